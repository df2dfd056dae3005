import { batchActions } from '../../shared/commands/command.ts'
import { type CellWrite, writeCells } from '../../shared/commands/writeCells.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { type CopiedCell, copiedCell, enterCopied, enterNothing } from '../../shared/terms/copying.ts'
import { type DealTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import type { Term } from '../../shared/terms/term.ts'
import { edit, useBook } from '../stores/book.ts'
import { notify } from '../stores/notice.ts'
import { currentNumberStyle } from '../stores/preferences.ts'
import { sheetCells } from '../stores/rows.ts'
import { currentSelection } from '../stores/selection.ts'
import { replaceDrafts } from '../stores/view.ts'
import { pastedCells } from './pastedCells.ts'
import { place } from './placing.ts'

type Action = (typeof batchActions)[number]

interface Write extends CellWrite {
  /** What stays in the cell where it is refused; null where the cell is then left as it was. */
  text: string | null
}

/** Writes cells in one step; those that are refused keep their text with the reason. Answers with the reasons. */
function write(action: Action, writes: readonly Write[]): string[] {
  const { commands, refused } = writeCells(useBook.getState().workspace.book, writes)
  const [first, ...more] = commands
  const made = first && edit(more.length === 0 ? first : { type: 'batch', action, commands })
  if (made && !made.ok) {
    notify('error', made.error.message)
    return []
  }
  replaceDrafts(
    writes,
    refused.flatMap(({ write: cell, problem }) =>
      cell.text === null ? [] : [{ cell, draft: { text: cell.text, problem } }],
    ),
  )
  return refused.map(({ problem }) => problem)
}

const count = (number: number, one: string) =>
  `${number.toLocaleString('en-GB')} ${one}${number === 1 ? '' : 's'}`

function refusalWords(done: string, all: number, refused: number): string {
  const which =
    refused === 1 ? '1 was refused and keeps its text' : `${refused} were refused and keep their text`
  return `${done} ${all - refused} of ${count(all, 'cell')}; ${which} with the reason.`
}

function writeOf(term: Term, dealId: string, cell: CopiedCell, style: NumberStyle): Write {
  return {
    dealId,
    termId: term.id,
    text: cell.text,
    enter: (terms) => enterCopied(term, terms, cell, style),
  }
}

/** Pastes what the clipboard holds as text, and as this app’s own cells. */
export const pasteTexts = (text: string, own: string): void => pasteBlock(pastedCells(text, own))

/** Puts a block of cells over what is selected, from its first cell on, over the rows and deals that are shown. */
function pasteBlock(block: readonly (readonly CopiedCell[])[]): void {
  const selection = currentSelection()
  const [firstRow, firstDeal] = [selection?.rows[0], selection?.deals[0]]
  if (!selection || !firstRow || !firstDeal) return
  const { rows, deals } = sheetCells()
  const [top, left] = [rows.indexOf(firstRow), deals.indexOf(firstDeal)]
  const { placed, beyond } = place(
    block,
    { rows: selection.rows.length, columns: selection.deals.length },
    { rows: rows.length - top, columns: deals.length - left },
  )
  const style = currentNumberStyle()
  const writes = placed.map(({ row, column, cell }) =>
    writeOf(rows[top + row]!, deals[left + column]!.deal.id, cell, style),
  )
  const refused = write('paste', writes).length
  const leftOut = [
    beyond.rows > 0 && count(beyond.rows, 'row'),
    beyond.columns > 0 && count(beyond.columns, 'column'),
  ].filter((words) => words !== false)
  const spilt = leftOut.length > 0 ? ` ${leftOut.join(' and ')} had no room in the sheet.` : ''
  if (writes.length === 1 && spilt === '') return
  if (refused > 0) notify('error', refusalWords('Pasted', writes.length, refused) + spilt)
  else notify('info', `Pasted ${count(writes.length, 'cell')}.${spilt}`)
}

/** Gives the first of the selected deals’ terms to the others; where one deal is selected, those of the deal on its left. */
export function fillRight(): void {
  const selection = currentSelection()
  if (!selection) return
  const { deals } = sheetCells()
  const [first, ...others] = selection.deals
  const source = others.length > 0 ? first : deals[deals.indexOf(first!) - 1]
  if (source) fill('fillRight', source, others.length > 0 ? others : selection.deals, selection.rows)
  else notify('info', 'There is no deal on the left to fill from. Select more deals to the right.')
}

/** Gives the baseline’s terms to the selected deals. */
export function fillFromBaseline(): void {
  const selection = currentSelection()
  if (!selection) return
  const { book } = useBook.getState().workspace
  const { baselineId } = settingsOf(book)
  const others = selection.deals.filter(({ deal }) => deal.id !== baselineId)
  if (baselineId === null) return notify('info', 'This book has no baseline to fill from.')
  if (others.length > 0) fill('fillFromBaseline', dealTerms(book, baselineId), others, selection.rows)
}

function fill(
  action: 'fillRight' | 'fillFromBaseline',
  source: DealTerms,
  targets: readonly DealTerms[],
  rows: readonly Term[],
): void {
  const style = currentNumberStyle()
  const writes = rows.flatMap((term) =>
    targets.map(({ deal }) => writeOf(term, deal.id, copiedCell(term, source, style), style)),
  )
  const refused = write(action, writes).length
  if (refused > 0) notify('error', refusalWords('Filled', writes.length, refused))
}

/** Empties what is selected. A term that must say something says what it said. */
export function clearSelection(action: 'clear' | 'cut' = 'clear'): void {
  const selection = currentSelection()
  if (!selection) return
  const style = currentNumberStyle()
  const writes = selection.rows.flatMap((term) =>
    selection.deals.map(({ deal }) => ({
      dealId: deal.id,
      termId: term.id,
      text: null,
      enter: (terms: DealTerms) => enterNothing(term, terms, style),
    })),
  )
  const problems = [...new Set(write(action, writes))]
  if (problems.length === 0) return
  const [told, more] = [problems.slice(0, 3).join(' '), problems.length - 3]
  notify('info', `${told}${more > 0 ? ` So must ${count(more, 'other term')}.` : ''} What was there is kept.`)
}

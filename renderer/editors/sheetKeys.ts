import type { KeyboardEvent } from 'react'
import { termById } from '../../shared/terms/catalog.ts'
import { type TermGroup, termGroups } from '../../shared/terms/term.ts'
import { fold, sheetCells } from '../stores/rows.ts'
import { isAltGraph, keyOf } from '../commands/pressedKey.ts'
import { isComposing } from '../components/composing.ts'
import { selectRange } from '../stores/selection.ts'
import { type CellAddress, cellKey, dropDraft, startEditing, useView } from '../stores/view.ts'
import { isTextField } from '../commands/textField.ts'
import { cellOf } from './cellOf.ts'
import { clearSelection } from './askedEdits.ts'
import { handOver } from './receivedText.ts'
import { focusCell, focusSection, movedBy, neighbour, reveal, stepFrom } from './movement.ts'

/** What a key does in the sheet, on a cell that is not being edited or on the heading of a section. */
export function onSheetKey(event: KeyboardEvent): void {
  // A popup is drawn elsewhere, and its events come here from the cell it was opened from.
  if (event.target instanceof Element && !event.currentTarget.contains(event.target)) return
  // The field of an open cell has its own keys, and may have closed by the time they come here.
  if (isTextField(event.target)) return
  const cell = cellOf(event.target)
  const group = sectionOf(event.target)
  const { editing } = useView.getState()
  if (isComposing(event) || (cell && editing && cellKey(editing) === cellKey(cell))) return
  // What the cell has received goes before the key, which then goes to the editor.
  if (handOver()) return
  const isDone = cell ? onCellKey(event, cell) : group !== null && onSectionKey(event.key, group)
  if (isDone) event.preventDefault()
}

function sectionOf(target: EventTarget): TermGroup | null {
  const group = target instanceof HTMLElement ? target.dataset['section'] : undefined
  return group !== undefined && group in termGroups ? (group as TermGroup) : null
}

function onCellKey(event: KeyboardEvent, cell: CellAddress): boolean {
  const { key, shiftKey, altKey } = event
  const isMod = event.ctrlKey || event.metaKey
  const { kind } = termById(cell.termId).editor
  // Its characters are text, and no shortcut: Windows tells of it as of Ctrl and Alt.
  if (isAltGraph(event)) return key.length === 1 && kind === 'line' && started(cell, key)
  if (altKey) return key === 'ArrowDown' && !shiftKey && kind !== 'line' && started(cell)
  if (key === ' ' && (shiftKey || isMod)) return selectLine(cell, shiftKey, isMod)
  if (isMod && !shiftKey && keyOf(event).toLowerCase() === 'a') return selectLine(cell, true, true)
  if (shiftKey && key !== 'Tab' && key !== 'Enter') {
    const { range } = useView.getState()
    const moved = movedBy(key, isMod, range?.extent ?? cell)
    if (moved) {
      selectRange(range?.anchor ?? cell, moved)
      reveal(moved)
      return true
    }
  }
  return moves(key, shiftKey, isMod, cell) || acts(isMod ? keyOf(event) : key, shiftKey, isMod, cell, kind)
}

/** Moves the keyboard, and drops the range with it. */
function moves(key: string, isShifted: boolean, isMod: boolean, cell: CellAddress): boolean {
  if (key === 'Tab') return tabbed(cell, isShifted ? -1 : 1)
  if (key === 'Enter' && isShifted) return gone(neighbour(cell, -1, 0))
  if ((key === 'ArrowUp' || key === 'ArrowDown') && !isMod) {
    const next = stepFrom(sheetCells(), cell, key === 'ArrowUp' ? -1 : 1)
    if (next && 'group' in next) {
      useView.setState({ range: null })
      focusSection(next.group)
      return true
    }
  }
  const isFirst = cell.dealId === sheetCells().deals[0]?.deal.id
  if (key === 'ArrowLeft' && !isMod && isFirst && cell.termId !== 'name') {
    useView.setState({ range: null })
    focusSection(termById(cell.termId).group)
    return true
  }
  const moved = movedBy(key, isMod, cell)
  return moved !== null && gone(moved)
}

function gone(cell: CellAddress): true {
  useView.setState({ range: null })
  focusCell(cell)
  return true
}

/** At either end of a row Tab leaves the sheet. */
function tabbed(cell: CellAddress, by: -1 | 1): boolean {
  const next = neighbour(cell, 0, by)
  return next.dealId !== cell.dealId && gone(next)
}

function acts(
  key: string,
  isShifted: boolean,
  isMod: boolean,
  cell: CellAddress,
  kind: 'line' | 'choice' | 'steps',
): boolean {
  switch (key) {
    case 'Enter':
    case 'F2':
      return started(cell)
    case 'Escape':
      if (useView.getState().range) useView.setState({ range: null })
      else dropDraft(cell)
      return true
    case 'Delete':
    case 'Backspace':
      void clearSelection()
      return true
  }
  if (key.toLowerCase() === 'e' && isMod && !isShifted) {
    useView.setState({ evidence: cell })
    return true
  }
  if (key.length !== 1 || isMod) return false
  if (kind === 'line') return started(cell, key)
  return (kind === 'choice' || key === ' ') && started(cell)
}

function started(cell: CellAddress, startWith: string | null = null): true {
  startEditing(cell, startWith)
  return true
}

/** The row of a cell, its column, or both: all of the sheet. The keyboard stays where it is. */
function selectLine(cell: CellAddress, isRow: boolean, isColumn: boolean): true {
  const { rows, deals } = sheetCells()
  const [firstRow, lastRow] = isColumn ? [rows[0]!.id, rows.at(-1)!.id] : [cell.termId, cell.termId]
  const [first, last] = isRow ? [deals[0]!.deal.id, deals.at(-1)!.deal.id] : [cell.dealId, cell.dealId]
  selectRange({ termId: firstRow, dealId: first }, { termId: lastRow, dealId: last })
  return true
}

/** Up and down between the sections' rows, Left folds, Right unfolds or goes into the section; Enter and Space press the button. */
function onSectionKey(key: string, group: TermGroup): boolean {
  const cells = sheetCells()
  const section = cells.sections.find((each) => each.group === group)
  const dealId = useView.getState().active?.dealId ?? cells.deals[0]!.deal.id
  const firstRow = section?.rows[0]
  if (!section || !firstRow) return false
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const next = stepFrom(cells, { group }, key === 'ArrowUp' ? -1 : 1)
      if (next && 'group' in next) focusSection(next.group)
      else if (next) focusCell({ termId: next.termId, dealId })
      return true
    }
    case 'ArrowLeft':
      fold(group, true)
      return true
    case 'ArrowRight':
      if (section.isFolded) fold(group, false)
      else focusCell({ termId: firstRow.id, dealId: cells.deals[0]!.deal.id })
      return true
    default:
      return false
  }
}

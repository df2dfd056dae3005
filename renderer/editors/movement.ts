import { termCatalog } from '../../shared/terms/catalog.ts'
import type { TermGroup } from '../../shared/terms/term.ts'
import { beforeFrame } from '../frames.ts'
import { markSideways } from '../components/useSideways.ts'
import { type SheetCells, sheetCells } from '../stores/rows.ts'
import { type CellAddress, type SectionAddress, useView } from '../stores/view.ts'

/** The element of a cell, for moving the focus. */
export const cellId = ({ dealId, termId }: CellAddress): string => `cell ${dealId} ${termId}`

/** The button in the heading of a section. */
export const sectionId = (group: TermGroup): string => `section ${group}`

/** What opens the small table of a section, in the column of a deal. */
export const partsId = ({ group, dealId }: SectionAddress): string => `parts ${group} ${dealId}`

/** Moves the keyboard to a cell at once, and brings it into view once what is drawn has followed: scrolling asks for a layout. */
export function focusCell(cell: CellAddress): void {
  document.getElementById(cellId(cell))?.focus({ preventScroll: true })
  reveal(cell)
}

export function reveal(cell: CellAddress): void {
  // After what React draws in this turn, so that what it leaves for the next comes first and is laid out, too.
  queueMicrotask(() => beforeFrame(() => scrollTo(cell)))
}

function scrollTo(cell: CellAddress): void {
  const element = document.getElementById(cellId(cell))
  if (!element) return
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  markSideways(element.closest('[role="grid"]')!.parentElement!)
}

export function focusSection(group: TermGroup): void {
  const heading = document.getElementById(sectionId(group))
  heading?.focus({ preventScroll: true })
  // Its row and not itself: beside the frozen column it would scroll the deals away.
  requestAnimationFrame(() => heading?.closest('tr')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
}

const within = (index: number, length: number) => Math.min(length - 1, Math.max(0, index))

/** The cell so many rows down and columns to the right; at an edge of the sheet, the cell on the edge. */
export function neighbour(cell: CellAddress, down: number, right: number): CellAddress {
  const { rows, deals } = sheetCells()
  const row = rows.findIndex((term) => term.id === cell.termId)
  const column = deals.findIndex(({ deal }) => deal.id === cell.dealId)
  return {
    termId: rows[within(row + down, rows.length)]!.id,
    dealId: deals[within(column + right, deals.length)]?.deal.id ?? cell.dealId,
  }
}

/**
 * What stands one step above or below a place of the sheet: a row of cells, or the heading of a folded section. An open
 * section's heading is passed by, as between the rows of a spreadsheet nothing is.
 */
export function stepFrom(
  { rows, sections }: SheetCells,
  from: { termId: string } | { group: TermGroup },
  by: -1 | 1,
): { termId: string } | { group: TermGroup } | null {
  const open = new Set(rows.map(({ id }) => id))
  const stops = [
    { termId: 'name' },
    ...sections.flatMap(({ group, rows: own, isFolded }) =>
      isFolded || ('group' in from && from.group === group)
        ? [{ group }, ...own.filter(({ id }) => open.has(id)).map(({ id }) => ({ termId: id }))]
        : own.map(({ id }) => ({ termId: id })),
    ),
  ]
  const isFrom = (stop: { termId: string } | { group: TermGroup }) =>
    'group' in stop
      ? 'group' in from && stop.group === from.group
      : 'termId' in from && stop.termId === from.termId
  return stops[stops.findIndex(isFrom) + by] ?? null
}

let tabStop: HTMLElement | null = null

/**
 * Tab comes to one cell of the sheet: the one the keyboard was on last. What is drawn says nothing of that, since a
 * browser lays out the page at once when the element in focus is given a place in that order, amid all other changes.
 */
export function letTabReach(cell: HTMLElement | null): void {
  if (cell === null || cell === tabStop) return
  if (tabStop) tabStop.tabIndex = -1
  cell.tabIndex = 0
  tabStop = cell
}

/**
 * After an edit or an undo took the row or the column the keyboard was on: it goes to the row before that one, so that
 * the next key press finds a cell. Nothing is taken from a field or a button that has the focus.
 */
export function keepKeyboard(): void {
  const { active } = useView.getState()
  const { rows, deals } = sheetCells()
  if (active === null || document.getElementById(cellId(active))) {
    const first = deals[0] && { termId: 'name', dealId: deals[0].deal.id }
    const cell = active ?? first
    if (cell && !tabStop?.isConnected) letTabReach(document.getElementById(cellId(cell)))
    return
  }
  const place = termCatalog.findIndex(({ id }) => id === active.termId)
  const row = rows.findLast((term) => termCatalog.indexOf(term) <= place)
  const deal = deals.find(({ deal: { id } }) => id === active.dealId) ?? deals[0]
  const next = row && deal ? { termId: row.id, dealId: deal.deal.id } : null
  useView.setState({ active: next, range: null, editing: null })
  if (next === null) return
  if (document.activeElement === document.body) focusCell(next)
  else letTabReach(document.getElementById(cellId(next)))
}

/** The rows a window holds, but for one that stays in view. */
function rowsPerPage(cell: CellAddress): number {
  const element = document.getElementById(cellId(cell))
  const sheet = element?.closest('[role="grid"]')?.parentElement
  if (!element || !sheet) return 10
  return Math.max(1, Math.floor((sheet.clientHeight - 56) / element.offsetHeight) - 1)
}

/** Where a key takes the keyboard in the sheet; null for a key that moves nothing. */
export function movedBy(key: string, isMod: boolean, cell: CellAddress): CellAddress | null {
  switch (key) {
    case 'ArrowUp':
      return neighbour(cell, isMod ? -Infinity : -1, 0)
    case 'ArrowDown':
      return neighbour(cell, isMod ? Infinity : 1, 0)
    case 'ArrowLeft':
      return neighbour(cell, 0, isMod ? -Infinity : -1)
    case 'ArrowRight':
      return neighbour(cell, 0, isMod ? Infinity : 1)
    case 'PageUp':
      return neighbour(cell, -rowsPerPage(cell), 0)
    case 'PageDown':
      return neighbour(cell, rowsPerPage(cell), 0)
    case 'Home':
      return neighbour(cell, isMod ? -Infinity : 0, -Infinity)
    case 'End':
      return neighbour(cell, isMod ? Infinity : 0, Infinity)
    default:
      return null
  }
}

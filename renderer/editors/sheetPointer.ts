import type { FocusEvent, MouseEvent, PointerEvent } from 'react'
import { selectRange } from '../stores/selection.ts'
import { activate, type CellAddress, cellKey, startEditing, useView } from '../stores/view.ts'
import { cellOf } from './cellOf.ts'
import { receiveText } from './receivedText.ts'
import { cellId, focusCell, letTabReach, neighbour, reveal } from './movement.ts'

const isButton = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button') !== null

const isSame = (a: CellAddress | null, b: CellAddress | null): boolean =>
  a !== null && b !== null && cellKey(a) === cellKey(b)

export function onSheetFocus({ target }: FocusEvent): void {
  receiveText(target as HTMLElement)
  const cell = cellOf(target)
  if (!cell) return
  letTabReach(document.getElementById(cellId(cell)))
  activate(cell)
}

/** A press begins a range that follows the pointer until it is let go; with Shift it draws the range to here. */
export function onSheetPress(event: PointerEvent): void {
  const cell = cellOf(event.target)
  const { active, editing } = useView.getState()
  if (!cell || event.button !== 0 || isSame(cell, editing)) return
  if (event.shiftKey && active && !editing) {
    selectRange(active, cell)
    // Whoever held Shift means the range: the keyboard stays where it begins.
    window.addEventListener('mousedown', (press) => press.preventDefault(), { once: true, capture: true })
    return focusCell(active)
  }
  if (isButton(event.target) || event.pointerType === 'touch') return
  useView.setState({ range: null })
  followPointer(cell)
}

/** Milliseconds from cell to cell while the pointer is held beyond an edge of the sheet. */
const pace = 60

function followPointer(anchor: CellAddress): void {
  const sheet = document.getElementById(cellId(anchor))?.closest('[role="grid"]')
  let last = anchor
  let pointer: { x: number; y: number } | null = null
  const drawTo = (cell: CellAddress) => {
    if (isSame(cell, last) || useView.getState().editing) return
    last = cell
    selectRange(anchor, cell)
    reveal(cell)
  }
  const goOn = setInterval(() => {
    if (!pointer || !sheet) return
    const { down, right } = beyond(sheet, pointer)
    if (down === 0 && right === 0) return
    const next = neighbour(last, down, right)
    drawTo(right === 0 ? { ...next, dealId: dealAt(sheet, pointer.x) ?? next.dealId } : next)
  }, pace)
  const gesture = new AbortController()
  const { signal } = gesture
  signal.addEventListener('abort', () => clearInterval(goOn))
  const onMove = ({ target, buttons, clientX: x, clientY: y }: globalThis.PointerEvent) => {
    if (buttons === 0) return gesture.abort()
    pointer = { x, y }
    const cell = cellOf(target)
    // Under the names the rows scroll: a range is drawn up to them row by row.
    if (cell && (cell.termId !== 'name' || anchor.termId === 'name')) drawTo(cell)
  }
  const end = () => gesture.abort()
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', end, { signal })
  window.addEventListener('pointercancel', end, { signal })
}

/** To which side of what is in view of the sheet's cells the pointer is: 0 where it is between its edges. */
function beyond(sheet: Element, { x, y }: { x: number; y: number }): { down: number; right: number } {
  const view = sheet.parentElement!.getBoundingClientRect()
  // The cells of the head stay in view, and not the head.
  const head = sheet.querySelector('thead tr:last-child td')!.getBoundingClientRect()
  return {
    down: y > view.bottom ? 1 : y < head.bottom ? -1 : 0,
    right: x > view.right ? 1 : x < view.left ? -1 : 0,
  }
}

/** The deal whose column is over or under a place; the frozen one lies over the others. */
function dealAt(sheet: Element, x: number): string | undefined {
  const columns = [...sheet.querySelectorAll<HTMLElement>('thead [data-column]')]
  return columns.find((column) => {
    const { left, right } = column.getBoundingClientRect()
    return left <= x && x < right
  })?.dataset['column']
}

/** A press of an evidence mark opens where the term comes from. */
export function onSheetClick({ target, shiftKey }: MouseEvent): void {
  const cell = shiftKey ? null : cellOf(target)
  if (!cell || !(target instanceof Element) || !target.closest('[data-evidence]')) return
  focusCell(cell)
  useView.setState({ evidence: cell })
}

export function onSheetDoubleClick({ target }: MouseEvent): void {
  const cell = cellOf(target)
  if (cell && !isButton(target) && !isSame(cell, useView.getState().editing)) startEditing(cell)
}

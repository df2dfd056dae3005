import type { FocusEvent, MouseEvent, PointerEvent } from 'react'
import { selectRange } from '../stores/selection.ts'
import { activate, type CellAddress, cellKey, startEditing, useView } from '../stores/view.ts'
import { cellOf } from './cellOf.ts'
import { cellId, focusCell, letTabReach, reveal } from './movement.ts'

const isButton = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button') !== null

const isSame = (a: CellAddress | null, b: CellAddress | null): boolean =>
  a !== null && b !== null && cellKey(a) === cellKey(b)

export function onSheetFocus({ target }: FocusEvent): void {
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

function followPointer(anchor: CellAddress): void {
  let last = anchor
  const gesture = new AbortController()
  const onMove = ({ target, buttons }: globalThis.PointerEvent) => {
    if (buttons === 0) return gesture.abort()
    const cell = cellOf(target)
    if (!cell || isSame(cell, last) || useView.getState().editing) return
    last = cell
    selectRange(anchor, cell)
    reveal(cell)
  }
  const end = () => gesture.abort()
  const { signal } = gesture
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', end, { signal })
  window.addEventListener('pointercancel', end, { signal })
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

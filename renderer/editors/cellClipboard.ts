import type { ClipboardEvent } from 'react'
import { writeTabSeparated } from '../../shared/format/tabSeparated.ts'
import { copiedCell } from '../../shared/terms/copying.ts'
import { notify } from '../stores/notice.ts'
import { currentNumberStyle } from '../stores/preferences.ts'
import { currentSelection } from '../stores/selection.ts'
import { cellKey, useView } from '../stores/view.ts'
import { clearSelection, pasteTexts } from './askedEdits.ts'
import { cellOf } from './cellOf.ts'
import { htmlTable } from './htmlTable.ts'

/** Beside text and HTML: small tables whole, which no spreadsheet knows how to hold. Only this app reads it. */
const ownType = 'application/x-offtake-cells'

/** Characters of a text that is pasted. */
const largestPaste = 4 * 1024 * 1024

/** Whether the event is of a cell, and not of the field that edits one. */
const isOfCell = ({ target }: ClipboardEvent): boolean => {
  const cell = cellOf(target)
  const { editing } = useView.getState()
  return cell !== null && !(editing && cellKey(editing) === cellKey(cell))
}

/**
 * Copies what is selected in three ways: as text with tabs, as a table with the numbers a spreadsheet calculates with, and
 * with its small tables for this app.
 */
export function copyCells(event: ClipboardEvent): boolean {
  const selection = isOfCell(event) ? currentSelection() : null
  if (!selection) return false
  event.preventDefault()
  const style = currentNumberStyle()
  const cells = selection.rows.map((term) => selection.deals.map((terms) => copiedCell(term, terms, style)))
  event.clipboardData.setData(
    'text/plain',
    writeTabSeparated(cells.map((row) => row.map(({ text }) => text))),
  )
  event.clipboardData.setData('text/html', htmlTable(cells))
  event.clipboardData.setData(
    ownType,
    JSON.stringify(cells.map((row) => row.map(({ text, steps }) => ({ text, steps })))),
  )
  return true
}

export function cutCells(event: ClipboardEvent): void {
  if (copyCells(event)) void clearSelection('cut')
}

export function pasteCells(event: ClipboardEvent): void {
  if (!isOfCell(event)) return
  event.preventDefault()
  const text = event.clipboardData.getData('text/plain')
  if (text.length > largestPaste)
    return notify('error', 'The clipboard holds more than 4 MB, the most that is pasted.')
  void pasteTexts(text, event.clipboardData.getData(ownType))
}

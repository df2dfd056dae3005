import type { ClipboardEvent } from 'react'
import { z } from 'zod/mini'
import { readTabSeparated, writeTabSeparated } from '../../shared/format/tabSeparated.ts'
import { limits } from '../../shared/schema/limits.ts'
import { type CopiedCell, copiedCell, textCell } from '../../shared/terms/copying.ts'
import { notify } from '../stores/notice.ts'
import { currentNumberStyle } from '../stores/preferences.ts'
import { currentSelection } from '../stores/selection.ts'
import { cellKey, useView } from '../stores/view.ts'
import { clearSelection, pasteBlock } from './cellEdits.ts'
import { cellOf } from './cellOf.ts'
import { htmlTable } from './htmlTable.ts'

/** Beside text and HTML: small tables whole, which no spreadsheet knows how to hold. Only this app reads it. */
const ownType = 'application/x-offtake-cells'

const stepsKinds = [
  'ramp',
  'delivery',
  'usage',
  'buyerFees',
  'providerFees',
  'oneOffs',
  'advances',
  'renewals',
] as const

const copiedText = z.string().check(z.maxLength(limits.writtenValue))
const ownCells = z.array(
  z.array(
    z.strictObject({
      text: copiedText,
      steps: z.nullable(z.strictObject({ kind: z.enum(stepsKinds), value: copiedText })),
    }),
  ),
)

/** Characters of a text that is pasted. */
const largestPaste = 4 * 1024 * 1024

/** Whether the event is of a cell, and not of the field that edits one. */
const isOfCell = ({ target }: ClipboardEvent): boolean => {
  const cell = cellOf(target)
  const { editing } = useView.getState()
  return cell !== null && !(editing && cellKey(editing) === cellKey(cell))
}

const textOf = (cells: readonly (readonly CopiedCell[])[]): string =>
  writeTabSeparated(cells.map((row) => row.map(({ text }) => text)))

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
  event.clipboardData.setData('text/plain', textOf(cells))
  event.clipboardData.setData('text/html', htmlTable(cells))
  event.clipboardData.setData(
    ownType,
    JSON.stringify(cells.map((row) => row.map(({ text, steps }) => ({ text, steps })))),
  )
  return true
}

export function cutCells(event: ClipboardEvent): void {
  if (copyCells(event)) clearSelection('cut')
}

export function pasteCells(event: ClipboardEvent): void {
  if (!isOfCell(event)) return
  event.preventDefault()
  const text = event.clipboardData.getData('text/plain')
  if (text.length > largestPaste)
    return notify('error', 'The clipboard holds more than 4 MB, the most that is pasted.')
  const lines = text.replaceAll('\r\n', '\n')
  const own = ownBlock(event.clipboardData.getData(ownType))
  pasteBlock(own && textOf(own) === lines ? own : readTabSeparated(text).map((row) => row.map(textCell)))
}

/** The cells as this app copied them; null where it was another. */
function ownBlock(text: string): CopiedCell[][] | null {
  if (text === '' || text.length > largestPaste) return null
  try {
    const read = ownCells.safeParse(JSON.parse(text))
    if (!read.success || read.data.length === 0) return null
    return read.data.map((row) => row.map(({ text: shown, steps }) => ({ ...textCell(shown), steps })))
  } catch {
    return null
  }
}

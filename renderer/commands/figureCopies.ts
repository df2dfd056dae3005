import { figureById } from '../../shared/tables/figureCatalog.ts'
import { figureCell, type FigureSource } from '../../shared/tables/figures.ts'
import { copiedFigure, figuresText } from '../../shared/tables/figuresText.ts'
import { comparisonOf } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import { notify } from '../stores/notice.ts'
import { currentNumberStyle } from '../stores/preferences.ts'
import type { FigureAddress } from '../stores/view.ts'
import { copyText } from './copyText.ts'

const source = (): FigureSource => ({
  ...comparisonOf(useBook.getState().workspace.book),
  style: currentNumberStyle(),
})

/** A figure as a spreadsheet takes it: its number, or its words; null where its deal is not side by side. */
export function textOfFigure({ figureId, dealId }: FigureAddress): string | null {
  const shown = source()
  const column = shown.columns.findIndex(({ terms }) => terms.deal.id === dealId)
  return column < 0 ? null : copiedFigure(figureCell(figureById(figureId), shown, column), shown.style)
}

/** Puts every figure of the deals side by side on the clipboard, for a spreadsheet. */
export function copyFigures(): void {
  if (copyText(figuresText(source()))) notify('info', 'Copied the figures as a table.')
  else notify('error', 'The clipboard could not be written. Nothing was copied.')
}

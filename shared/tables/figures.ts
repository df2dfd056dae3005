import type { DealFigures, EvaluationContext } from '../engine/evaluate.ts'
import type { NumberStyle } from '../format/number.ts'
import type { FigureCell, FigureContext, FigureRow } from './figure.ts'
import { figureCatalog } from './figureCatalog.ts'

/** Every figure of every column as text: the screen, the PDF and a screen reader read the same table. */
export function figureTable(
  context: EvaluationContext,
  columns: readonly DealFigures[],
  style: NumberStyle,
): FigureRow[] {
  const baselineFigures = columns.find((figures) => figures.terms === context.baseline) ?? null
  const written = columns.map((figures) => columnCells(figures, { ...context, baselineFigures, style }))
  return figureCatalog.map(({ id, group, label, convention }, row) => ({
    id,
    group,
    label,
    convention: convention(context),
    cells: written.map((cells) => cells[row]!),
  }))
}

interface WrittenColumn {
  baselineFigures: DealFigures | null
  style: NumberStyle
  cells: readonly FigureCell[]
}

const writtenColumns = new WeakMap<DealFigures, WrittenColumn>()

/** One column, written again only where its figures, the baseline's or the style changed: figures hold their context. */
function columnCells(figures: DealFigures, context: FigureContext): readonly FigureCell[] {
  const { baselineFigures, style } = context
  const known = writtenColumns.get(figures)
  if (known?.baselineFigures === baselineFigures && known.style === style) return known.cells
  const cells = figureCatalog.map(({ cell }) => cell(figures, context))
  writtenColumns.set(figures, { baselineFigures, style, cells })
  return cells
}

import type { EvaluationContext } from '../engine/context.ts'
import { type DealFigures, figuresOf } from '../engine/figures.ts'
import type { NumberStyle } from '../format/number.ts'
import type { FigureCell, FigureDefinition, FigureRow } from './figure.ts'
import { figureCatalog } from './figureCatalog.ts'

/** What a table of figures is written from: the deals side by side, and the style of their numbers. */
export interface FigureSource {
  context: EvaluationContext
  columns: readonly DealFigures[]
  style: NumberStyle
}

/** Every figure of every column as text: the screen, the PDF and a screen reader read the same cells. */
export const figureTable = (source: FigureSource): FigureRow[] =>
  figuresThatSpeak(source).map((definition) => ({
    id: definition.id,
    group: definition.group,
    label: definition.label(source.context),
    convention: definition.convention(source.context),
    cells: source.columns.map((_, column) => figureCell(definition, source, column)),
  }))

/** The figures of which at least one column speaks. */
export const figuresThatSpeak = ({ context, columns }: FigureSource): FigureDefinition[] =>
  figureCatalog.filter(
    ({ speaks }) => speaks === undefined || columns.some((figures) => speaks(figures, context)),
  )

/** The figures of the baseline, whether or not it stands among the columns; null where there is none. */
function baselineOf(context: EvaluationContext, columns: readonly DealFigures[]): DealFigures | null {
  const { baseline } = context
  if (!baseline) return null
  return columns.find(({ terms }) => terms === baseline) ?? figuresOf(baseline, context)
}

interface WrittenColumn {
  baselineFigures: DealFigures | null
  style: NumberStyle
  cells: Map<FigureDefinition, FigureCell>
}

const writtenColumns = new WeakMap<DealFigures, WrittenColumn>()

/**
 * One figure of one column. It is written again only where the column's figures, the baseline's or the style changed:
 * figures hold their context.
 */
export function figureCell(
  definition: FigureDefinition,
  { context, columns, style }: FigureSource,
  column: number,
): FigureCell {
  const figures = columns[column]!
  const baselineFigures = baselineOf(context, columns)
  let written = writtenColumns.get(figures)
  if (written?.baselineFigures !== baselineFigures || written.style !== style) {
    written = { baselineFigures, style, cells: new Map() }
    writtenColumns.set(figures, written)
  }
  const known = written.cells.get(definition)
  if (known) return known
  const cell = definition.cell(figures, { ...context, baselineFigures, style })
  written.cells.set(definition, cell)
  return cell
}

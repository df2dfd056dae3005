import { breakEvenFigures } from './breakEvenFigures.ts'
import { commitmentFigures } from './commitmentFigures.ts'
import type { FigureDefinition } from './figure.ts'
import { presentValueFigures } from './presentValueFigures.ts'
import { priceFigures } from './priceFigures.ts'
import { valueFigures } from './valueFigures.ts'

/** Every figure of a deal, once, in the order in which they stand. */
export const figureCatalog: readonly FigureDefinition[] = [
  ...valueFigures,
  ...commitmentFigures,
  ...breakEvenFigures,
  ...presentValueFigures,
  ...priceFigures,
]

const definitions = new Map(figureCatalog.map((definition) => [definition.id, definition]))

export function figureById(id: string): FigureDefinition {
  const definition = definitions.get(id)
  if (!definition) throw new Error(`There is no figure ${id}.`)
  return definition
}

import type { CellStyle } from './flatOds.ts'

/** One cell of a table: its name, its look, and its formula with names in braces (references.ts). */
export interface Formula {
  name: string
  style: CellStyle
  formula: string
  /** The formula of the first row, where it differs. */
  first?: string
}

/** A rectangle of cells by its size. */
export interface Size {
  rows: number
  columns: number
}

export interface Placing<Cell> {
  /** What goes where, in rows down and columns right of the first cell. */
  placed: { row: number; column: number; cell: Cell }[]
  /** How much of the block lies beyond the sheet. */
  beyond: Size
}

/**
 * Where the cells of a pasted block go: over what is selected, again and again where that is a multiple of the block
 * both ways, as spreadsheets do it; else once from the first cell on. `room` is what the sheet has from there.
 */
export function place<Cell>(block: readonly (readonly Cell[])[], selected: Size, room: Size): Placing<Cell> {
  const size = { rows: block.length, columns: block.reduce((most, row) => Math.max(most, row.length), 0) }
  const isMultiple = selected.rows % size.rows === 0 && selected.columns % size.columns === 0
  const wanted = isMultiple ? selected : size
  const rows = Math.min(wanted.rows, room.rows)
  const columns = Math.min(wanted.columns, room.columns)
  const placed: Placing<Cell>['placed'] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const cell = block[row % size.rows]![column % size.columns]
      // Of a row that is shorter than others, what it does not reach stays as it is.
      if (cell !== undefined) placed.push({ row, column, cell })
    }
  return { placed, beyond: { rows: wanted.rows - rows, columns: wanted.columns - columns } }
}

/** The size of one piece of the document: a heading, a row of a table, a chart. It is never cut. */
export interface PieceSize {
  height: number
  /** The table it is a row of; null where it stands by itself. */
  table: string | null
  /** Whether the next piece belongs on the same page, as after a heading. */
  keepsNext: boolean
}

/**
 * The pieces of each page, by their indices, in order. A table that goes on has its head again, whose height `headOf`
 * gives. A piece that is higher than a page has one of its own.
 */
export function paginate(
  pieces: readonly PieceSize[],
  headOf: (table: string) => number,
  room: number,
): number[][] {
  const pages: number[][] = [[]]
  let left = room
  const needed = (indices: readonly number[], before: string | null): number => {
    let table = before
    let height = 0
    for (const index of indices) {
      const piece = pieces[index]!
      if (piece.table !== null && piece.table !== table) height += headOf(piece.table)
      height += piece.height
      table = piece.table
    }
    return height
  }
  const place = (indices: readonly number[]): void => {
    const page = pages.at(-1)!
    const last = page.at(-1)
    const height = needed(indices, last === undefined ? null : pieces[last]!.table)
    if (height <= left) {
      page.push(...indices)
      left -= height
    } else if (page.length > 0) {
      pages.push([])
      left = room
      place(indices)
    } else if (indices.length > 1) for (const index of indices) place([index])
    else {
      page.push(...indices)
      left = 0
    }
  }
  for (const run of runsOf(pieces)) place(run)
  return pages
}

/** The pieces that stay together, as runs of indices. */
function runsOf(pieces: readonly PieceSize[]): number[][] {
  const runs: number[][] = []
  pieces.forEach((_, index) => {
    if (index > 0 && pieces[index - 1]!.keepsNext) runs.at(-1)!.push(index)
    else runs.push([index])
  })
  return runs
}

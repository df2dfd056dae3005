import type { ReactNode } from 'react'

/** A table whose rows may stand on several pages: on each it has its caption and its head. */
export interface TableFrame {
  id: string
  caption: string
  /** The deals side by side. */
  columns: number
  head: ReactNode
}

/** A part of the document that is never cut: a heading, a row of a table, a chart. */
export interface Piece {
  id: string
  content: ReactNode
  /** Whether the next piece belongs on the same page. */
  keepsNext: boolean
  /** The table it is a row of; null where it stands by itself. */
  table: TableFrame | null
}

/** The rows of a table as pieces: at its beginning and at its end no row stands alone on a page. */
export function rowsOf(
  table: TableFrame,
  rows: readonly { id: string; content: ReactNode; isHeading?: boolean }[],
): Piece[] {
  const isNearEnd = (index: number) => index < 2 || index === rows.length - 2
  return rows.map(({ id, content, isHeading }, index) => ({
    id: `${table.id} ${id}`,
    content,
    table,
    keepsNext: index < rows.length - 1 && (isHeading === true || isNearEnd(index)),
  }))
}

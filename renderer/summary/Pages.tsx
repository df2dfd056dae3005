import { Fragment, type ReactNode } from 'react'
import type { Page } from './page.ts'
import type { Piece, TableFrame } from './pieces.ts'
import styles from './Summary.module.css'

/** The document on its pages, each with its number. */
export function Pages({ pages, page, note }: { pages: readonly Piece[][]; page: Page; note: string }) {
  return pages.map((pieces, index) => (
    <section key={pieces[0]?.id ?? index} className={styles['page']} style={{ minHeight: page.height }}>
      <Flow pieces={pieces} />
      {/* A tagged document has it as an artifact: it is no part of what is read. */}
      <footer className={styles['footer']} aria-hidden>
        <span>{note}</span>
        <span>
          Page {index + 1} of {pages.length}
        </span>
      </footer>
    </section>
  ))
}

/** Pieces one below the other; rows of one table that follow each other are one table. */
export function Flow({ pieces }: { pieces: readonly Piece[] }) {
  return blocksOf(pieces).map(([first, ...others]) =>
    first.table === null ? (
      <div key={first.id} data-piece>
        {first.content}
      </div>
    ) : (
      <Table key={first.id} frame={first.table}>
        {[first, ...others].map(({ id, content }) => (
          <Fragment key={id}>{content}</Fragment>
        ))}
      </Table>
    ),
  )
}

type Block = [Piece, ...Piece[]]

function blocksOf(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = []
  for (const piece of pieces) {
    const last = blocks.at(-1)
    if (last && piece.table !== null && last[0].table === piece.table) last.push(piece)
    else blocks.push([piece])
  }
  return blocks
}

/** The width of the table, and of its labels, in parts of the page and of the table, by the number of deals. */
const widths: Readonly<Record<number, { table: string; label: string }>> = {
  1: { table: '72%', label: '48%' },
  2: { table: '100%', label: '34%' },
  3: { table: '100%', label: '28%' },
  4: { table: '100%', label: '24%' },
}

function Table({ frame, children }: { frame: TableFrame; children: ReactNode }) {
  const { table, label } = widths[frame.columns]!
  return (
    <table className={styles['table']} style={{ width: table }}>
      <caption className="visually-hidden">{frame.caption}</caption>
      <colgroup>
        <col style={{ width: label }} />
        {Array.from({ length: frame.columns }, (_, column) => (
          <col key={column} />
        ))}
      </colgroup>
      <thead data-head={frame.id}>{frame.head}</thead>
      <tbody>{children}</tbody>
    </table>
  )
}

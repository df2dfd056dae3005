import { useEffect, useMemo, useRef, useState } from 'react'
import type { SummaryOptions } from '../../shared/contract/contract.ts'
import { formatDate } from '../../shared/format/date.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { valuationWords } from '../../shared/tables/figureWords.ts'
import { comparisonOf } from '../stores/comparison.ts'
import { chartPieces } from './Charts.tsx'
import { figurePieces, termPieces } from './Comparison.tsx'
import { type Page, pageFor } from './page.ts'
import { Flow, Pages } from './Pages.tsx'
import { paginate } from './paginate.ts'
import type { Piece } from './pieces.ts'
import styles from './Summary.module.css'

interface SummaryProps {
  book: Book
  options: SummaryOptions
  version: string
  /** The fonts the document is measured with. */
  fonts: Promise<unknown>
  onLaidOut(): void
}

/** Lays out the figures, charts and terms of the screen as a document of pages. */
export function Summary({ book, options, version, fonts, onLaidOut }: SummaryProps) {
  const page = useMemo(() => pageFor(options), [options])
  const pieces = useMemo(() => piecesOf(book, options, page), [book, options, page])
  const flow = useRef<HTMLElement>(null)
  const [pages, setPages] = useState<Piece[][] | null>(null)
  useEffect(() => {
    void fonts.then(() => flow.current && setPages(pagesOf(flow.current, pieces, page)))
  }, [fonts, pieces, page])
  useEffect(() => {
    if (pages !== null) onLaidOut()
  }, [pages, onLaidOut])
  const note = `Taxes, currency conversion and credit risk are not modelled. Offtake ${version}`
  return (
    <article ref={flow} className={styles['document']} style={{ width: page.width }}>
      <style>{page.rule}</style>
      {pages === null ? <Flow pieces={pieces} /> : <Pages pages={pages} page={page} note={note} />}
    </article>
  )
}

function piecesOf(book: Book, { locale, unit, decimals, yearStart }: SummaryOptions, page: Page): Piece[] {
  const { context, columns } = comparisonOf(book)
  const style: NumberStyle = { locale, currency: settingsOf(book).currency, unit, decimals }
  const source = { context, columns, style }
  return [
    titlePiece(book),
    ...figurePieces(source),
    ...chartPieces(book, style, yearStart, page.width),
    ...termPieces(source),
  ]
}

function titlePiece(book: Book): Piece {
  const { context } = comparisonOf(book)
  const { name, asOf, currency } = settingsOf(book)
  return {
    id: 'title',
    content: (
      <header className={styles['header']}>
        <h1 dir="auto">{name}</h1>
        <p>
          As of {formatDate(asOf)}. {currency}. Present values: {valuationWords(context)}.
          {context.baseline && ` Changes are against ${context.baseline.deal.name}, the baseline.`}
        </p>
      </header>
    ),
    keepsNext: true,
    table: null,
  }
}

/** The pieces of each page, by the heights they have in the flow. */
function pagesOf(flow: HTMLElement, pieces: readonly Piece[], { room }: Page): Piece[][] {
  const heightOf = (element: Element) => element.getBoundingClientRect().height
  const heights = [...flow.querySelectorAll('[data-piece]')].map(heightOf)
  const heads = new Map(
    [...flow.querySelectorAll<HTMLElement>('[data-head]')].map((head) => [
      head.dataset['head'],
      heightOf(head),
    ]),
  )
  const sizes = pieces.map(({ table, keepsNext }, index) => ({
    height: heights[index]!,
    table: table?.id ?? null,
    keepsNext,
  }))
  return paginate(sizes, (table) => heads.get(table)!, room).map((page) =>
    page.map((index) => pieces[index]!),
  )
}

import { useEffect, useRef, useState } from 'react'
import type { SummaryOptions } from '../../shared/contract/contract.ts'
import type { EvaluationContext } from '../../shared/engine/context.ts'
import type { DealFigures } from '../../shared/engine/figures.ts'
import { formatDate } from '../../shared/format/date.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { figureTable } from '../../shared/tables/figures.ts'
import { valuationWords } from '../../shared/tables/figureWords.ts'
import { termsThatApply } from '../../shared/terms/catalog.ts'
import type { Term } from '../../shared/terms/term.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import { EvidenceGlyph } from '../components/EvidenceMark.tsx'
import { defaultChartOptions } from '../../shared/charts/chart.ts'
import { chartOf } from '../../shared/charts/charts.ts'
import { CrossingList } from '../charts/Crossings.tsx'
import { PrintedLegend } from '../charts/Legend.tsx'
import { Plot } from '../charts/Plot.tsx'
import { chartSource } from '../charts/source.ts'
import { comparisonOf } from '../stores/comparison.ts'
import { margin, pageFor, scaleToFit } from './page.ts'
import styles from './Summary.module.css'

interface SummaryProps {
  book: Book
  options: SummaryOptions
  version: string
  /** The fonts the page is measured with. */
  fonts: Promise<unknown>
  onLaidOut(): void
}

const chartHeight = 176

/** One page of what is on the screen: the same terms, figures and charts. */
export function Summary({ book, options, version, fonts, onLaidOut }: SummaryProps) {
  const { context, columns } = comparisonOf(book)
  const settings = settingsOf(book)
  const { locale, unit, decimals, yearStart } = options
  const style: NumberStyle = { locale, currency: settings.currency, unit, decimals }
  const [page] = useState(() => pageFor(options, columns.length))
  const sheet = useRef<HTMLElement>(null)
  const [scale, setScale] = useState<number | null>(null)
  useEffect(() => {
    void fonts.then(() => sheet.current && setScale(scaleToFit(sheet.current, page)))
  }, [fonts, page])
  useEffect(() => {
    if (scale !== null) onLaidOut()
  }, [scale, onLaidOut])
  const sheetWidth = page.width / (scale ?? 1)
  return (
    <div className={styles['page']} style={{ width: page.width, height: page.height }}>
      <style>{`@page { size: ${page.size}; margin: ${margin}px }`}</style>
      <article ref={sheet} style={{ width: sheetWidth, zoom: scale ?? 1 }}>
        <header className={styles['header']}>
          <h1 dir="auto">{settings.name}</h1>
          <p>
            As of {formatDate(settings.asOf)}. {settings.currency}. Present values: {valuationWords(context)}.
          </p>
        </header>
        <ComparisonTable context={context} columns={columns} style={style} />
        <Charts
          book={book}
          context={context}
          columns={columns}
          style={style}
          yearStart={yearStart}
          width={sheetWidth}
        />
        <footer className={styles['footer']}>
          <span>
            <EvidenceGlyph confidence="stated" /> stated <EvidenceGlyph confidence="reported" /> reported{' '}
            <EvidenceGlyph confidence="assumed" /> assumed <EvidenceGlyph confidence="stated" isInherited />{' '}
            inherited <EvidenceGlyph confidence="stated" differs /> differs from its source
          </span>
          <span>Taxes, currency conversion and credit risk are not modelled. Offtake {version}.</span>
        </footer>
      </article>
    </div>
  )
}

interface TableProps {
  context: EvaluationContext
  columns: readonly DealFigures[]
  style: NumberStyle
}

function ComparisonTable({ context, columns, style }: TableProps) {
  const figures = figureTable({ context, columns, style })
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">Terms and figures of each deal</caption>
      <thead>
        <tr>
          <th scope="col">Terms and figures</th>
          {columns.map(({ terms }) => (
            <th key={terms.deal.id} scope="col">
              <bdi>{terms.deal.name}</bdi>
              {terms === context.baseline && <small> baseline</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles['terms']}>
        {termsThatApply(columns.map(({ terms }) => terms))
          .filter((term) => term.id !== 'name')
          .map((term) => (
            <tr key={term.id}>
              <th scope="row">{rowLabel(term)}</th>
              {columns.map(({ terms }) => {
                const mark = evidenceOf(terms, term.id)
                return (
                  <td key={terms.deal.id}>
                    {mark && (
                      <EvidenceGlyph
                        confidence={mark.entry.confidence}
                        differs={mark.differs}
                        isInherited={mark.entry.inherited}
                      />
                    )}{' '}
                    {term.show(terms, style)}
                  </td>
                )
              })}
            </tr>
          ))}
      </tbody>
      <tbody className={styles['figures']}>
        {figures.map((row) => (
          <tr key={row.id} data-figure={row.id}>
            <th scope="row">
              {row.label} <small>{row.convention}</small>
            </th>
            {row.cells.map((cell, index) => (
              <td key={columns[index]!.terms.deal.id}>
                <b>{cell.text}</b>
                {cell.change && <small> {cell.change.text}</small>}
                {cell.detail !== undefined && <small className={styles['detail']}>{cell.detail}</small>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The terms of both parties' rights carry the same words: on paper the party stands before them. */
const rowLabel = ({ group, label }: Term): string =>
  group === 'buyerExit'
    ? `Buyer: ${lowerFirst(label)}`
    : group === 'providerExit'
      ? `Provider: ${lowerFirst(label)}`
      : label

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

interface ChartsProps extends TableProps {
  book: Book
  yearStart: number
  width: number
}

function Charts({ book, columns, style, yearStart, width }: ChartsProps) {
  if (columns.length === 0) return null
  const source = chartSource(book, style, yearStart, null)
  const size = { width: Math.floor((width - 16) / 2), height: chartHeight }
  const payments = chartOf('payments', source, defaultChartOptions)
  const difference = chartOf('difference', source, defaultChartOptions)
  return (
    <section className={styles['charts']}>
      {[payments, difference].map((chart) => (
        <figure key={chart.id}>
          <figcaption>
            {chart.title}: {chart.caption}
          </figcaption>
          <Plot chart={chart} style={style} {...size} />
        </figure>
      ))}
      <PrintedLegend chart={payments} />
      <CrossingList chart={difference} />
    </section>
  )
}

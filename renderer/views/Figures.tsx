import { memo, type RefObject } from 'react'
import type { FigureCell, FigureRow } from '../../shared/tables/figure.ts'
import type { DealFigures, EvaluationContext } from '../../shared/engine/evaluate.ts'
import { columnCount, ColumnWidths } from './TermSheet.tsx'
import styles from './Figures.module.css'

interface FiguresProps {
  context: EvaluationContext
  columns: readonly DealFigures[]
  rows: readonly FigureRow[]
  scroller: RefObject<HTMLDivElement | null>
  onScroll(): void
}

/** What the terms come to, under the terms: each figure with its convention and its change against the baseline. */
export function Figures({ context, columns, rows, scroller, onScroll }: FiguresProps) {
  const frozen = columns.findIndex(({ terms }) => terms === context.baseline)
  return (
    <div className={styles['scroller']} ref={scroller} onScroll={onScroll} tabIndex={-1}>
      <table
        className={styles['table']}
        aria-label="Figures"
        data-testid="figures"
        style={columnCount(columns.length)}
      >
        <ColumnWidths count={columns.length} />
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Figure</th>
            {columns.map(({ terms }) => (
              <th key={terms.deal.id} scope="col">
                {terms.deal.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr
              key={row.id}
              data-figure={row.id}
              className={row.group === rows[place - 1]?.group ? undefined : styles['groupStart']}
            >
              <th scope="row" className={styles['label']}>
                <span>{row.label}</span>
                <small>{row.convention}</small>
              </th>
              {row.cells.map((cell, index) => (
                <Figure
                  key={columns[index]!.terms.deal.id}
                  {...cell}
                  changeText={cell.change?.text}
                  tone={cell.change?.tone}
                  dealId={columns[index]!.terms.deal.id}
                  isFrozen={index === frozen}
                  isHeadline={row.id === 'totalContractValue'}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type FigureProps = Omit<FigureCell, 'change'> & {
  changeText: string | undefined
  tone: 'better' | 'worse' | 'neutral' | undefined
  dealId: string
  isFrozen: boolean
  isHeadline: boolean
}

const Figure = memo(function Figure({
  text,
  detail,
  isWord,
  changeText,
  tone,
  dealId,
  isFrozen,
  isHeadline,
}: FigureProps) {
  const className = [isFrozen && styles['frozen'], isHeadline && styles['headline']].filter(Boolean).join(' ')
  return (
    <td className={className} data-deal={dealId}>
      <span className={isWord ? styles['word'] : undefined} data-part="text">
        {text}
      </span>
      {changeText !== undefined && (
        <>
          {' '}
          <span className={styles[tone ?? 'neutral']} data-part="change">
            {changeText}
          </span>
        </>
      )}
      {detail !== undefined && (
        <small className={styles['detail']} data-part="detail">
          {detail}
        </small>
      )}
    </td>
  )
})

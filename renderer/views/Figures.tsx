import { memo, type RefObject, useMemo } from 'react'
import type { FigureCell, FigureDefinition } from '../../shared/tables/figure.ts'
import { figureCell, figuresThatSpeak, type FigureSource } from '../../shared/tables/figures.ts'
import { useView } from '../stores/view.ts'
import { columnCount, ColumnWidths } from './TermSheet.tsx'
import { useAfterPaint } from './useAfterPaint.ts'
import { useOutOfView } from './useOutOfView.ts'
import { useSideways } from './useSideways.ts'
import { windowHeight } from './windowHeight.ts'
import styles from './Figures.module.css'

interface FiguresProps {
  source: FigureSource
  /** The deals whose columns are scrolled out of view. */
  dealsOutOfView: ReadonlySet<string>
  scroller: RefObject<HTMLDivElement | null>
  onScroll(): void
}

/** The figures that fill half a window, which the table begins with. */
const firstOf = (definitions: readonly FigureDefinition[]) =>
  definitions.slice(0, Math.ceil(windowHeight() / 2 / 34))

/**
 * What the terms come to, under the terms: each figure with its convention and its change against the baseline. What
 * is scrolled out of view follows after the paint, so that an edit's frame has what is seen to do and no more.
 */
export function Figures({ source, dealsOutOfView, scroller, onScroll }: FiguresProps) {
  useSideways(scroller)
  const isPainted = useView((view) => view.isPainted)
  const speaking = useMemo(() => figuresThatSpeak(source), [source])
  const definitions = isPainted ? speaking : firstOf(speaking)
  const painted = useAfterPaint(source) ?? source
  const figuresOutOfView = useOutOfView(
    scroller,
    'figure',
    definitions.map(({ id }) => id),
  )
  const followingCells = useMemo(() => cellsOf(painted), [painted])
  const cells = useMemo(
    () =>
      cellsOf(source).map((current) =>
        dealsOutOfView.has(current.dealId)
          ? (followingCells.find(({ dealId }) => dealId === current.dealId) ?? current)
          : current,
      ),
    [source, followingCells, dealsOutOfView],
  )
  return (
    <div className={styles['scroller']} ref={scroller} onScroll={onScroll} tabIndex={-1}>
      <table
        className={styles['table']}
        aria-label="Figures"
        data-testid="figures"
        style={columnCount(source.columns.length)}
      >
        <ColumnWidths count={source.columns.length} />
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Figure</th>
            {source.columns.map(({ terms }) => (
              <th key={terms.deal.id} scope="col">
                {terms.deal.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {definitions.map((definition, place) => {
            const isFollowing = figuresOutOfView.has(definition.id)
            const { context } = isFollowing ? painted : source
            return (
              <Row
                key={definition.id}
                definition={definition}
                label={definition.label(context)}
                convention={definition.convention(context)}
                cells={isFollowing ? followingCells : cells}
                isGroupStart={definition.group !== definitions[place - 1]?.group}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Where a row's cell is taken from: a column, of the figures as they are or as they were painted last. */
interface CellSource {
  dealId: string
  isBaseline: boolean
  source: FigureSource
  column: number
}

const cellsOf = (source: FigureSource): CellSource[] =>
  source.columns.map(({ terms }, column) => ({
    dealId: terms.deal.id,
    isBaseline: terms === source.context.baseline,
    source,
    column,
  }))

interface RowProps {
  definition: FigureDefinition
  label: string
  convention: string
  cells: readonly CellSource[]
  isGroupStart: boolean
}

const Row = memo(function Row({ definition, label, convention, cells, isGroupStart }: RowProps) {
  return (
    <tr data-figure={definition.id} className={isGroupStart ? styles['groupStart'] : undefined}>
      <th scope="row" className={styles['label']}>
        <span>{label}</span>
        <small>{convention}</small>
      </th>
      {cells.map(({ dealId, isBaseline, source, column }) => {
        const { change, ...cell } = figureCell(definition, source, column)
        return (
          <Figure
            key={dealId}
            {...cell}
            changeText={change?.text}
            tone={change?.tone}
            dealId={dealId}
            isFrozen={isBaseline}
            isHeadline={definition.id === 'totalContractValue'}
          />
        )
      })}
    </tr>
  )
})

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
          <span className={styles[tone ?? 'neutral']} data-part="change" data-tone={tone}>
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

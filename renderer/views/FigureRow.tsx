import { memo } from 'react'
import type { FigureCell, FigureDefinition } from '../../shared/tables/figure.ts'
import { lowestOf } from '../../shared/tables/lowest.ts'
import { figureCell, type FigureSource } from '../../shared/tables/figures.ts'
import { pinFigure } from '../commands/pinning.ts'
import { Icon } from '../components/Icon.tsx'
import { usePreferences } from '../stores/preferences.ts'
import { useView } from '../stores/view.ts'
import styles from './Figures.module.css'

/** Where a row's cell is taken from: a column, of the figures as they are or as they were painted last. */
export interface FigureSourceCell {
  dealId: string
  isBaseline: boolean
  source: FigureSource
  column: number
}

interface FigureRowProps {
  definition: FigureDefinition
  source: FigureSource
  cells: readonly FigureSourceCell[]
  isGroupStart: boolean
  /** Whether the keyboard, on no figure yet, enters the table by this row. */
  isEntry: boolean
}

/** One figure of every deal. */
export const FigureRow = memo(function FigureRow({
  definition,
  source,
  cells,
  isGroupStart,
  isEntry,
}: FigureRowProps) {
  const active = useView(({ figure }) => (figure?.figureId === definition.id ? figure.dealId : null))
  const explained = useView(({ panel, explained: of }) =>
    panel === 'explain' && of?.figureId === definition.id ? of.dealId : null,
  )
  const lowest = lowestOf(definition, source)
  const rankWord = source.context.perspective === 'buyer' ? 'lowest' : 'highest'
  return (
    <tr data-figure={definition.id} className={isGroupStart ? styles['groupStart'] : undefined}>
      <th scope="row" className={styles['label']}>
        <span>{definition.label(source.context)}</span>
        <small>{definition.convention(source.context)}</small>
        <Pin figureId={definition.id} label={definition.label(source.context)} />
      </th>
      {cells.map(({ dealId, isBaseline, source: of, column }, place) => {
        const { change, ...cell } = figureCell(definition, of, column)
        return (
          <Figure
            key={dealId}
            {...cell}
            changeText={change?.text}
            tone={change?.tone}
            figureId={definition.id}
            dealId={dealId}
            isFrozen={isBaseline}
            rank={lowest.has(dealId) ? rankWord : undefined}
            isExplained={explained === dealId}
            isReached={active === dealId || (isEntry && place === 0)}
          />
        )
      })}
    </tr>
  )
})

/** Keeps the row in the headline strip, or takes it out; the keyboard does that from any of its figures. */
function Pin({ figureId, label }: { figureId: string; label: string }) {
  const isPinned = usePreferences(({ headline }) => headline.includes(figureId))
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['pin']}
      aria-pressed={isPinned}
      aria-label={`Pin ${label} to the headline`}
      title={isPinned ? 'Take out of the headline (P)' : 'Pin to the headline (P)'}
      onClick={() => pinFigure(figureId)}
    >
      <Icon name="pin" />
    </button>
  )
}

type FigureProps = Omit<FigureCell, 'change'> & {
  changeText: string | undefined
  tone: 'better' | 'worse' | 'neutral' | undefined
  figureId: string
  dealId: string
  isFrozen: boolean
  rank: 'lowest' | 'highest' | undefined
  isExplained: boolean
  isReached: boolean
}

const Figure = memo(function Figure({
  text,
  detail,
  isWord,
  changeText,
  tone,
  figureId,
  dealId,
  isFrozen,
  rank,
  isExplained,
  isReached,
}: FigureProps) {
  const className = [
    styles['figure'],
    isFrozen && styles['frozen'],
    isExplained && styles['explained'],
    figureId === 'totalContractValue' && styles['headline'],
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <td
      role="gridcell"
      className={className}
      data-deal={dealId}
      tabIndex={isReached ? 0 : -1}
      title="How it came about"
      onFocus={() => useView.setState({ figure: { figureId, dealId } })}
    >
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
      {(detail !== undefined || rank !== undefined) && (
        <small className={styles['detail']}>
          {rank !== undefined && (
            <span className={styles['rank']} data-part="rank">
              {rank}
            </span>
          )}
          {detail !== undefined && <span data-part="detail">{detail}</span>}
        </small>
      )}
    </td>
  )
})

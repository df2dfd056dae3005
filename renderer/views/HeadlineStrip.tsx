import { inSentence } from '../../shared/format/names.ts'
import type { DealFigures } from '../../shared/engine/figures.ts'
import { hasPrice } from '../../shared/engine/incomplete.ts'
import { formatDay } from '../../shared/format/date.ts'
import { formatNumber } from '../../shared/format/number.ts'
import { toNumber } from '../../shared/rational.ts'
import type { FigureDefinition } from '../../shared/tables/figure.ts'
import { figureById, figureCatalog } from '../../shared/tables/figureCatalog.ts'
import { figureCell, type FigureSource } from '../../shared/tables/figures.ts'
import { breakable, breakableText } from '../components/breakable.tsx'
import { dealMark } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import { usePreferences } from '../stores/preferences.ts'
import { explainFigure } from '../stores/view.ts'
import styles from './HeadlineStrip.module.css'

interface HeadlineStripProps {
  source: FigureSource
  /** The column whose figures are shown. */
  column: number
}

/** The figures a decision turns on, large, for the deal the keyboard is on: those a person has pinned. */
export function HeadlineStrip({ source, column }: HeadlineStripProps) {
  const pinned = usePreferences(({ headline }) => headline)
  const figures = source.columns[column]!
  const colour = useBook((state) => dealMark(state.workspace.book, figures.terms.deal.id).colour)
  const definitions = pinned.flatMap((id) => figureCatalog.find((each) => each.id === id) ?? [])
  return (
    <div className={styles['stack']} style={{ ['--figures' as string]: definitions.length }}>
      <section className={styles['strip']} aria-label={`Headline figures of ${figures.terms.deal.name}`}>
        <div className={styles['deal']} style={{ borderLeftColor: `var(--deal-${colour})` }}>
          <span dir="auto">{figures.terms.deal.name}</span>
          <small>{partiesOf(figures)}</small>
        </div>
        {definitions.map((definition) => (
          <Headline key={definition.id} definition={definition} source={source} column={column} />
        ))}
      </section>
      {source.columns.map(
        ({ terms: { deal } }, other) =>
          other !== column && <Room key={deal.id} definitions={definitions} source={source} column={other} />,
      )}
    </div>
  )
}

/**
 * The room another deal's headline takes, unseen: the strip is as high as the highest of them, so that the rows below keep
 * their place, under the pointer too, when the keyboard goes to another deal. Its text is drawn by the style sheet: it is
 * neither read aloud, nor found, nor copied.
 */
function Room({
  definitions,
  source,
  column,
}: HeadlineStripProps & { definitions: readonly FigureDefinition[] }) {
  const figures = source.columns[column]!
  return (
    <div className={`${styles['strip']} ${styles['room']}`} aria-hidden>
      <div className={styles['deal']}>
        <span data-text={figures.terms.deal.name} />
        <small data-text={partiesOf(figures)} />
      </div>
      {definitions.map((definition) => {
        const { label, text, detail } = shownOf(definition, source, column)
        return (
          <div key={definition.id} className={styles['headline']}>
            <span className={styles['title']} data-text={label} />
            <strong data-long={text.length > longest ? true : undefined} data-text={breakableText(text)} />
            <small data-text={breakableText(detail)} />
          </div>
        )
      })}
    </div>
  )
}

const partiesOf = ({ terms: { deal } }: DealFigures) =>
  [deal.buyer, deal.provider].filter((name) => name !== '').join(' from ')

interface Shown {
  label: string
  text: string
  detail: string
  /** Of a bar under it, from 0 to 1. */
  share?: number
  /** The column it is of, where that is another than asked for. */
  column?: number
}

/** Characters of a figure that have room at its full size, with four of them side by side. */
const longest = 12

function Headline({ definition, source, column }: HeadlineStripProps & { definition: FigureDefinition }) {
  const { label, text, detail, share, column: shown = column } = shownOf(definition, source, column)
  const { deal } = source.columns[shown]!.terms
  return (
    <button
      type="button"
      className={styles['headline']}
      title={`${label}: ${text}. ${detail}`}
      data-headline={definition.id}
      onClick={() => explainFigure({ figureId: definition.id, dealId: deal.id })}
    >
      <span className={styles['title']}>{label}</span>
      <strong data-long={text.length > longest ? true : undefined}>{breakable(text)}</strong>
      <small>{breakable(detail)}</small>
      {share !== undefined && (
        <span className={styles['share']} aria-hidden>
          <i style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </button>
  )
}

/** A figure with what belongs beside it: of a commitment its share, of one kind of savings the others. */
function shownOf(definition: FigureDefinition, source: FigureSource, column: number): Shown {
  const { context, columns } = source
  const label = definition.label(context)
  const cell = figureCell(definition, source, column)
  if (cell.isWord && !hasPrice(columns[column]!))
    return { label, text: cell.text, detail: cell.detail ?? 'the deal is incomplete' }
  const text = (id: string) => figureCell(figureById(id), source, column).text
  switch (definition.id) {
    case 'totalContractValue':
      return { label, text: cell.text, detail: `${text('effectiveMonthly')} a month` }
    case 'committed': {
      const { committed, remaining } = columns[column]!.buyerExit
      const share = remaining > 0 ? committed / remaining : 0
      const ends = `${text('lastDayServed')} last day, ${formatNumber(share * 100, 1, source.style.locale)} % of what remains`
      return { label: `Committed, ${formatDay(context.asOf)}`, text: cell.text, detail: ends, share }
    }
    case 'rampSavings':
      return {
        label,
        text: cell.text,
        detail: `${text('rampSavingsLikeForLike')} like for like, ${text('rampSavingsOnBaseline')} on baseline’s fee`,
      }
    case 'breakEvenAccrued':
      return breakEvenOf(definition, source, column)
    default:
      return {
        label,
        text: cell.text,
        detail: [cell.change?.text, cell.detail ?? definition.convention(context)].filter(Boolean).join('; '),
      }
  }
}

/** For the baseline, the first deal that crosses it stands here: the baseline has no break-even with itself. */
function breakEvenOf(definition: FigureDefinition, source: FigureSource, column: number): Shown {
  const { context, columns, style } = source
  const isBaseline = columns[column]!.terms === context.baseline
  const crosses = (of: number) => !figureCell(definition, source, of).isWord
  const crossing = columns.findIndex((_, of) => crosses(of))
  const shown = isBaseline && crossing >= 0 ? crossing : column
  const label =
    shown === column
      ? definition.label(context)
      : `Break-even with ${inSentence(columns[shown]!.terms.deal.name)}, accrued`
  const cell = figureCell(definition, source, shown)
  const crossings = crosses(shown) ? (columns[shown]!.breakEvens?.accrued.crossings ?? []) : []
  const months = crossings.map((each) => formatNumber(toNumber(each.months), 3, style.locale))
  const [last, ...earlier] = months.toReversed()
  if (last === undefined) return { label, text: cell.text, detail: cell.detail ?? '', column: shown }
  const also = earlier.length > 0 ? `also at ${earlier.toReversed().join(', ')}; ` : ''
  return { label, text: `${last} months`, detail: `${also}${cell.detail ?? ''}`, column: shown }
}

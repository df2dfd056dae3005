import type { DealFigures } from '../../shared/engine/figures.ts'
import { formatDay } from '../../shared/format/date.ts'
import { formatNumber } from '../../shared/format/number.ts'
import { toNumber } from '../../shared/rational.ts'
import { figureById } from '../../shared/tables/figureCatalog.ts'
import { figureCell, type FigureSource } from '../../shared/tables/figures.ts'
import { dealMark } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import styles from './HeadlineStrip.module.css'

interface HeadlineStripProps {
  source: FigureSource
  /** The column whose figures are shown. */
  column: number
}

/** The figures a decision turns on, large, for the deal the keyboard is on. */
export function HeadlineStrip({ source, column }: HeadlineStripProps) {
  const figures = source.columns[column]!
  const colour = useBook((state) => dealMark(state.workspace.book, figures.terms.deal.id).colour)
  const text = (id: string) => figureCell(figureById(id), source, column).text
  const { committed, remaining } = figures.buyerExit
  const share = remaining > 0 ? committed / remaining : 0
  return (
    <section className={styles['strip']} aria-label={`Headline figures of ${figures.terms.deal.name}`}>
      <div className={styles['deal']} style={{ borderLeftColor: `var(--deal-${colour})` }}>
        <span>{figures.terms.deal.name}</span>
        <small>{terms(figures)}</small>
      </div>
      <Headline
        label="Total contract value"
        text={text('totalContractValue')}
        detail={`${text('effectiveMonthly')} a month`}
      />
      <Headline
        label={`Committed, ${formatDay(source.context.asOf)}`}
        text={text('committed')}
        detail={`${text('lastDayServed')} last day, ${(share * 100).toFixed(1)} % of what remains`}
        share={share}
      />
      <Headline
        label="Ramp savings"
        text={text('rampSavings')}
        detail={`${text('rampSavingsLikeForLike')} like for like, ${text('rampSavingsOnBaseline')} on baseline`}
      />
      <BreakEvenHeadline source={source} column={column} />
    </section>
  )
}

/** For the baseline, the first deal that crosses it stands here: the baseline has no break-even with itself. */
function BreakEvenHeadline({ source, column }: HeadlineStripProps) {
  const { context, columns, style } = source
  const isBaseline = columns[column]!.terms === context.baseline
  const crossing = columns.findIndex(
    ({ breakEvens }) => breakEvens !== null && breakEvens.accrued.crossings.length > 0,
  )
  const shown = isBaseline && crossing >= 0 ? crossing : column
  const label =
    shown === column ? 'Break-even, accrued' : `Break-even with ${columns[shown]!.terms.deal.name}`
  const cell = figureCell(figureById('breakEvenAccrued'), source, shown)
  const months =
    columns[shown]!.breakEvens?.accrued.crossings.map((each) =>
      formatNumber(toNumber(each.months), 3, style.locale),
    ) ?? []
  const [last, ...earlier] = months.toReversed()
  if (last === undefined) return <Headline label={label} text={cell.text} detail={cell.detail ?? ''} />
  const also = earlier.length > 0 ? `also at ${earlier.toReversed().join(', ')}; ` : ''
  return <Headline label={label} text={`${last} months`} detail={`${also}${cell.detail ?? ''}`} />
}

const terms = ({ terms: { deal } }: DealFigures) =>
  [deal.buyer, deal.provider].filter((name) => name !== '').join(' from ')

function Headline({
  label,
  text,
  detail,
  share,
}: {
  label: string
  text: string
  detail: string
  share?: number
}) {
  return (
    <div className={styles['headline']}>
      <h2 title={label}>{label}</h2>
      <strong>{text}</strong>
      <small title={detail}>{detail}</small>
      {share !== undefined && (
        <div className={styles['share']} aria-hidden>
          <i style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </div>
  )
}

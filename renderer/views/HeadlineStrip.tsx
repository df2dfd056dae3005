import type { DealFigures, EvaluationContext } from '../../shared/engine/evaluate.ts'
import { formatDay } from '../../shared/format/date.ts'
import { formatNumber } from '../../shared/format/number.ts'
import { toNumber } from '../../shared/rational.ts'
import type { FigureRow } from '../../shared/tables/figure.ts'
import { dealMark } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import styles from './HeadlineStrip.module.css'

interface HeadlineStripProps {
  context: EvaluationContext
  columns: readonly DealFigures[]
  rows: readonly FigureRow[]
  /** The column whose figures are shown. */
  index: number
}

/** The figures a decision turns on, large, for the deal the keyboard is on. */
export function HeadlineStrip({ context, columns, rows, index }: HeadlineStripProps) {
  const figures = columns[index]!
  const colour = useBook((state) => dealMark(state.workspace.book, figures.terms.deal.id).colour)
  const cell = (id: string) => rows.find((row) => row.id === id)!.cells[index]!
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
        text={cell('totalContractValue').text}
        detail={`${cell('effectiveMonthly').text} a month`}
      />
      <Headline
        label={`Committed, ${formatDay(context.asOf)}`}
        text={cell('committed').text}
        detail={`${cell('lastDayServed').text} last day, ${(share * 100).toFixed(1)} % of what remains`}
        share={share}
      />
      <Headline
        label="Ramp savings"
        text={cell('rampSavings').text}
        detail={`${cell('rampSavingsLikeForLike').text} like for like, ${cell('rampSavingsOnBaseline').text} on baseline`}
      />
      <BreakEvenHeadline
        context={context}
        columns={columns}
        rows={rows}
        index={index}
        locale={navigator.language}
      />
    </section>
  )
}

/** For the baseline, the first deal that crosses it stands here: the baseline has no break-even with itself. */
function BreakEvenHeadline({
  context,
  columns,
  rows,
  index,
  locale,
}: HeadlineStripProps & { locale: string }) {
  const isBaseline = columns[index]!.terms === context.baseline
  const crossing = columns.findIndex(
    ({ breakEven }) => breakEven !== null && breakEven.accrued.crossings.length > 0,
  )
  const shown = isBaseline && crossing >= 0 ? crossing : index
  const label = shown === index ? 'Break-even, accrued' : `Break-even with ${columns[shown]!.terms.deal.name}`
  const cell = rows.find((row) => row.id === 'breakEvenAccrued')!.cells[shown]!
  const months =
    columns[shown]!.breakEven?.accrued.crossings.map((each) =>
      formatNumber(toNumber(each.months), 3, locale),
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
      <h2>{label}</h2>
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

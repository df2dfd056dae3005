import { scheduleOf } from '../../shared/engine/schedule.ts'
import { remembered } from '../../shared/remembered.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { sharesOf } from '../../shared/tables/monthlyShares.ts'
import type { Term } from '../../shared/terms/term.ts'
import { useTerms } from '../stores/preview.ts'
import { useView } from '../stores/view.ts'
import styles from './TermSheet.module.css'

const [width, height] = [200, 10]

/** What steps or an escalator come to month by month, beside their words. It follows after the first frame. */
export function Sparkline({ term, dealId }: { term: Term; dealId: string }) {
  const isPainted = useView((view) => view.isPainted)
  const terms = useTerms(dealId)
  if (!isPainted || terms === null) return null
  return (
    <svg
      className={styles['sparkline']}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path d={pathOf(term, terms)} />
    </svg>
  )
}

const pathsOf = remembered((_terms: DealTerms) => new Map<Term, string>())

function pathOf(term: Term, terms: DealTerms): string {
  const known = pathsOf(terms)
  const drawn = known.get(term)
  if (drawn !== undefined) return drawn
  const made = stepArea(term, terms)
  known.set(term, made)
  return made
}

/** An area that stays level over each stretch, from nothing at its foot to the highest at its top. */
function stepArea(term: Term, terms: DealTerms): string {
  const schedule = scheduleOf(terms)
  const { bounds } = schedule.timeline
  const x = (day: number) => (((day - schedule.start) / (schedule.end - schedule.start)) * width).toFixed(1)
  const y = (share: number) => ((1 - share) * height).toFixed(1)
  const steps = sharesOf(term, schedule).map((share, i) => `V${y(share)}H${x(bounds[i + 1]!)}`)
  return `M0 ${height}${steps.join('')}V${height}Z`
}

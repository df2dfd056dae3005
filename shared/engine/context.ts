import { type CivilDate, type DayNumber, dayOf } from '../days.ts'
import type { Book } from '../schema/book.ts'
import type { Party } from '../schema/deal.ts'
import { baselineTerms, type DealTerms } from '../schema/dealTerms.ts'
import { dealsInOrder, settingsOf } from '../schema/readBook.ts'
import type { Assumptions } from './assumptions.ts'
import type { Valuation } from './presentValue.ts'

/** The settings and dates on which the figures of every column are computed. */
export interface EvaluationContext {
  baseline: DealTerms | null
  asOf: DayNumber
  valuation: Valuation
  /** Whose books the figures are read for: it turns signs and words, and no amount. */
  perspective: Party
  /** Millionths of the major unit per GPU-hour on demand; null where none is assumed. */
  onDemandPrice: number | null
  /** How many GPUs can be had on demand; null where it is not stated. */
  onDemandGpus: number | null
}

/** How the values of each field of a type are compared: the compiler refuses a list that leaves one out. */
type Comparisons<T> = { readonly [K in keyof T]-?: (a: T[K], b: T[K]) => boolean }

const sameFields =
  <T>(comparisons: Comparisons<T>) =>
  (a: T, b: T): boolean =>
    a === b || (Object.keys(comparisons) as (keyof T)[]).every((key) => comparisons[key](a[key], b[key]))

const same = <T>(a: T, b: T): boolean => a === b

/** Whether two contexts give the same figures: every field of them is compared, terms as objects. */
export const sameContext = sameFields<EvaluationContext>({
  baseline: same,
  asOf: same,
  valuation: sameFields<Valuation>({ on: same, discounting: same, timing: same }),
  perspective: same,
  onDemandPrice: same,
  onDemandGpus: same,
})

/** The context of all deals of a book: its settings, on its as-of date or on another. */
export function contextOf(book: Book, asOf: CivilDate = settingsOf(book).asOf): EvaluationContext {
  const settings = settingsOf(book)
  const on = dayOf(asOf)
  return {
    baseline: baselineTerms(book),
    asOf: on,
    valuation: {
      on: valuationDate(book, on),
      discounting: settings.discounting,
      timing: settings.timing,
    },
    perspective: settings.perspective,
    onDemandPrice: settings.onDemandPrice,
    onDemandGpus: settings.onDemandGpus,
  }
}

/** The date all deals of a book are valued on: the as-of date, or the earliest start among the deals shown. */
function valuationDate(book: Book, asOf: DayNumber): DayNumber {
  const starts = dealsInOrder(book).flatMap(({ shown, start }) => (shown ? [dayOf(start)] : []))
  return settingsOf(book).valuation === 'asOf' || starts.length === 0 ? asOf : Math.min(...starts)
}

/** The context of a deal by itself: every assumption that is not made has its default. */
export function contextOfDeal(
  { deal: { start } }: DealTerms,
  assumptions: Assumptions,
  baseline: DealTerms | null,
): EvaluationContext {
  return {
    baseline,
    asOf: dayOf(assumptions.asOf ?? start),
    valuation: {
      on: dayOf(assumptions.valuedOn ?? start),
      discounting: assumptions.discounting ?? 'effective',
      timing: assumptions.timing ?? 'advance',
    },
    perspective: assumptions.perspective ?? 'buyer',
    onDemandPrice: assumptions.onDemandPrice ?? null,
    onDemandGpus: null,
  }
}

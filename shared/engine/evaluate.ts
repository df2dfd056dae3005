import type { Result } from '../contract/result.ts'
import { type CivilDate, dateOf, dateOrNull } from '../days.ts'
import { currencyOf, type DealDocument } from '../document/dealDocument.ts'
import type { DealProblem } from '../document/problems.ts'
import { readDeal } from '../document/readDeal.ts'
import type { Party } from '../schema/deal.ts'
import { type Assumptions, assumptionProblems } from './assumptions.ts'
import { contextOfDeal } from './context.ts'
import { type Evaluation, evaluationOf } from './evaluation.ts'
import { exitCurve } from './exitCurve.ts'
import { type MonthAmounts, monthRows } from './months.ts'
import { scheduleOf } from './schedule.ts'

export type { Assumptions } from './assumptions.ts'
export type { Evaluation } from './evaluation.ts'

/**
 * The engine as other programs see it: a deal in as JSON (see `document/dealDocument.ts` and `exampleDeal.json`), figures
 * out as plain values. Dates are ISO texts, an end exclusive unless it says "last day"; amounts whole minor units;
 * present values, averages and unit prices minor units as floats; rates and shares numbers, 0.1 for 10 %. Nothing throws:
 * what is wrong comes back as problems, each with the term it belongs to.
 */

/** One row a month; see `MonthRow`, with dates as texts. */
export type ScheduleRow = MonthAmounts & {
  from: CivilDate
  until: CivilDate
  days: number
  standard: number
  contractedKilowatts: number | null
  deliveredKilowatts: number | null
  contractedGpus: number | null
  deliveredGpus: number | null
  invoicedOn: CivilDate | null
  paidOn: CivilDate | null
}

/** The schedule of a deal month by month: the parts of a row sum to `payable`, and the rows to the totals. */
export function schedule(deal: unknown): Result<ScheduleRow[], DealProblem[]> {
  const terms = readDeal(deal)
  if (!terms.ok) return terms
  const rows = monthRows(scheduleOf(terms.value)).map((row) => ({
    ...row,
    from: dateOf(row.from),
    until: dateOf(row.until),
    invoicedOn: dateOrNull(row.invoicedOn),
    paidOn: dateOrNull(row.paidOn),
  }))
  return { ok: true, value: rows }
}

/** What each party is bound to over time; see `ExitPoint`, with dates as texts. */
export type CommitmentCurve = readonly {
  on: CivilDate
  committed: number
  atRisk: number
  cashStillToPay: number
  serviceEnds: CivilDate
}[]

/** Exit cost, what is at risk and cash still to pay of each party, for a notice on the first day of each month. */
export function curves(deal: unknown): Result<Record<Party, CommitmentCurve>, DealProblem[]> {
  const terms = readDeal(deal)
  if (!terms.ok) return terms
  const curve = (party: Party): CommitmentCurve =>
    exitCurve(scheduleOf(terms.value), party).map(({ on, serviceEnds, ...amounts }) => ({
      on: dateOf(on),
      ...amounts,
      serviceEnds: dateOf(serviceEnds),
    }))
  return { ok: true, value: { buyer: curve('buyer'), provider: curve('provider') } }
}

/** Every headline figure of a deal. */
export function evaluate(deal: unknown, assumptions: Assumptions = {}): Result<Evaluation, DealProblem[]> {
  const problems = assumptionProblems(assumptions)
  if (problems.length > 0) return { ok: false, error: problems }
  const terms = readDeal(deal)
  if (!terms.ok) return terms
  const baseline = assumptions.baseline === undefined ? null : readDeal(assumptions.baseline)
  if (baseline && !baseline.ok)
    return {
      ok: false,
      error: baseline.error.map(({ term, message }) => ({
        term: `baseline.${term}`,
        message: `The baseline: ${message}`,
      })),
    }
  if (baseline && currencyOf(deal as DealDocument) !== currencyOf(assumptions.baseline as DealDocument))
    return {
      ok: false,
      error: [
        {
          term: 'baseline.currency',
          message: 'The baseline is in another currency, which is not converted.',
        },
      ],
    }
  const context = contextOfDeal(terms.value, assumptions, baseline?.value ?? null)
  return { ok: true, value: evaluationOf(terms.value, context, assumptions.outBy ?? null) }
}

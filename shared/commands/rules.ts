import { addDays } from '../calendar.ts'
import { dayOf, monthsAfter } from '../days.ts'
import { escalationRate } from '../engine/escalation.ts'
import { formatDate } from '../format/date.ts'
import { toFraction } from '../rate.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'

interface Span {
  from: string
  /** Exclusive. */
  until: string
}

const spoken = ({ from, until }: Span) => `${formatDate(from)} to ${formatDate(addDays(until, -1))}`

/** What no single field can see: the sentence that says why these terms contradict each other, or null. */
export function contradiction(terms: DealTerms): string | null {
  return (
    termProblem(terms) ??
    stepsProblem(terms, 'ramp', terms.ramp) ??
    stepsProblem(terms, 'delivery', terms.delivery) ??
    escalatorProblem(terms) ??
    stepsProblem(terms, 'termination fee', terms.terminationFees.buyer) ??
    stepsProblem(terms, 'termination fee', terms.terminationFees.provider)
  )
}

function termProblem({ deal }: DealTerms): string | null {
  if (deal.end <= deal.start)
    return `The term would end on ${formatDate(addDays(deal.end, -1))}, before its start on ${formatDate(deal.start)}. The last day of service must not be before the first.`
  if (dayOf(deal.end) > monthsAfter(dayOf(deal.start), limits.termMonths))
    return `A term has at most ${limits.termMonths} months (${limits.termMonths / 12} years).`
  if (deal.signed !== null && deal.signed >= deal.end)
    return `The signing date, ${formatDate(deal.signed)}, would come after the last day of service.`
  return null
}

function stepsProblem({ deal }: DealTerms, kind: string, steps: readonly Span[]): string | null {
  for (const [i, step] of steps.entries()) {
    if (step.until <= step.from)
      return `A ${kind} step from ${formatDate(step.from)} cannot end before it, on ${formatDate(addDays(step.until, -1))}.`
    if (step.from < deal.start || step.until > deal.end)
      return `The ${kind} step ${spoken(step)} lies outside the term, ${spoken({ from: deal.start, until: deal.end })}.`
    const before = steps[i - 1]
    if (before && step.from < before.until)
      return `The ${kind} steps ${spoken(before)} and ${spoken(step)} overlap.`
  }
  return null
}

function escalatorProblem({ deal, charge, ramp, escalator }: DealTerms): string | null {
  if (!escalator) return null
  if (escalator.firstOn <= deal.start)
    return `The first escalation, on ${formatDate(escalator.firstOn)}, must come after the start on ${formatDate(deal.start)}.`
  if (escalator.cap !== null && escalator.floor !== null && escalator.cap < escalator.floor)
    return 'The cap of the escalator must not lie below its floor.'
  const [first, end] = [dayOf(escalator.firstOn), dayOf(deal.end)]
  const growth = 1 + toFraction(escalationRate(escalator))
  const fixedFees = escalator.appliesTo === 'ramped' ? ramp.map((step) => step.fixedFee ?? 0) : []
  let highest = Math.max(charge.monthlyFee, ...fixedFees)
  for (let count = 0; monthsAfter(first, count * escalator.everyMonths) < end; count++) {
    highest *= growth
    if (highest > limits.monthlyFee)
      return 'With this escalator the fee would rise beyond the largest that a book can hold.'
  }
  return null
}

import { addDays } from '../calendar.ts'
import { dateOf, dayOf, monthsAfter } from '../days.ts'
import { highestPrice, highestRampFee, largestAmount } from '../engine/bounds.ts'
import { formatDate } from '../format/date.ts'
import type { ChargeTerms, DealTerms, TrancheTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'

interface Span {
  from: string
  /** Exclusive. */
  until: string
}

const spoken = ({ from, until }: Span) => `${formatDate(from)} to ${formatDate(addDays(until, -1))}`

/** Why terms contradict each other, and the term of the catalogue it is about. */
export interface TermProblem {
  term: string
  /** Which of the deal's charges or tranches, counted from 0, where it is about one. */
  part?: number
  message: string
}

/** What no single field can see: the sentence that says why these terms contradict each other, or null. */
export const contradiction = (terms: DealTerms): string | null => problemOf(terms)?.message ?? null

/** The first contradiction between the terms of a deal, with its term; null where there is none. */
export function problemOf(terms: DealTerms): TermProblem | null {
  return (
    about('end', termProblem(terms)) ??
    about('signed', signingProblem(terms)) ??
    firstOf(terms.charges, (charge) => chargeProblem(terms, charge)) ??
    firstOf(terms.tranches, (tranche) => trancheProblem(terms, tranche)) ??
    about('buyer-feeByDate', stepsProblem(terms, 'termination fee', terms.terminationFees.buyer)) ??
    about('provider-feeByDate', stepsProblem(terms, 'termination fee', terms.terminationFees.provider)) ??
    about('advances', advancesProblem(terms)) ??
    about('monthlyFee', sizeProblem(terms))
  )
}

const about = (term: string, message: string | null): TermProblem | null =>
  message === null ? null : { term, message }

function firstOf<T>(items: readonly T[], problem: (item: T) => TermProblem | null): TermProblem | null {
  for (const [part, item] of items.entries()) {
    const found = problem(item)
    if (found) return { ...found, part }
  }
  return null
}

function termProblem({ deal }: DealTerms): string | null {
  if (deal.end <= deal.start)
    return `The term would end on ${formatDate(addDays(deal.end, -1))}, before its start on ${formatDate(deal.start)}. The last day of service must not be before the first.`
  if (dayOf(deal.end) > monthsAfter(dayOf(deal.start), limits.termMonths))
    return `A term has at most ${limits.termMonths} months (${limits.termMonths / 12} years).`
  return null
}

const signingProblem = ({ deal }: DealTerms): string | null =>
  deal.signed !== null && deal.signed >= deal.end
    ? `The signing date, ${formatDate(deal.signed)}, would come after the last day of service.`
    : null

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

/** A stretch of its own, within the term, of a tranche or a charge. */
function stretchProblem(
  { deal }: DealTerms,
  name: string,
  { from, until }: { from: string | null; until: string | null },
): string | null {
  const [first, end] = [from ?? deal.start, until ?? deal.end]
  if (first < deal.start || end > deal.end || first >= deal.end || end <= deal.start)
    return `${name} lies outside the term, ${spoken({ from: deal.start, until: deal.end })}.`
  if (end <= first)
    return `${name} would end on ${formatDate(addDays(end, -1))}, before it begins on ${formatDate(first)}.`
  return null
}

function trancheProblem(terms: DealTerms, { tranche, delivery }: TrancheTerms): TermProblem | null {
  const tooMany = delivery.find((step) => step.gpus !== null && step.gpus > (tranche.gpus ?? 0))
  return (
    about('tranche-from', stretchProblem(terms, `“${tranche.label}”`, tranche)) ??
    about('delivery', stepsProblem(terms, 'delivery', delivery)) ??
    about(
      'delivery',
      tooMany
        ? `A delivery step counts ${tooMany.gpus} GPUs, more than “${tranche.label}” has (${tranche.gpus ?? 'none stated'}).`
        : null,
    )
  )
}

/** What each kind of charge can be measured by. */
const basesOf = {
  recurring: ['flat', 'perMegawatt', 'perKilowatt', 'perGpu', 'perGpuHour'],
  metered: ['perGpuHour', 'perKilowattHour'],
  power: ['perKilowattHour'],
} as const

function chargeProblem(terms: DealTerms, chargeTerms: ChargeTerms): TermProblem | null {
  const { charge, ramp, usage } = chargeTerms
  const name = `“${charge.label}”`
  const bases: readonly string[] = basesOf[charge.kind]
  const tranches = terms.tranches.filter(
    ({ tranche }) => charge.trancheId === null || tranche.id === charge.trancheId,
  )
  return (
    about('charge-from', stretchProblem(terms, name, charge)) ??
    about('ramp', stepsProblem(terms, 'ramp', ramp)) ??
    about(
      'ramp',
      ramp.length > 0 && charge.kind !== 'recurring'
        ? `${name} is charged by use and has no ramp. Take the ramp away first.`
        : null,
    ) ??
    about('usage', stepsProblem(terms, 'use', usage)) ??
    about(
      'usage',
      usage.length > 0 && charge.kind === 'recurring'
        ? `${name} is a fixed charge: what is used does not change it. Take its use by date away first.`
        : null,
    ) ??
    about(
      'charge-basis',
      bases.includes(charge.basis)
        ? null
        : `${name} is ${charge.kind === 'recurring' ? 'a recurring charge, which has no price a kWh' : 'charged by use: it needs a price a GPU-hour or a kWh'}.`,
    ) ??
    about('charge-tranche', tranches.length === 0 ? `${name} is for a tranche of another deal.` : null) ??
    about('charge-basis', quantityProblem(charge.basis, name, tranches)) ??
    about(
      'ramp',
      charge.basis !== 'flat' && tranches.length > 1 && ramp.some(({ basis }) => basis === 'fixedFee')
        ? `${name} is priced by the unit for ${tranches.length} tranches: a fixed fee in its ramp would count for each. Give each tranche a charge of its own.`
        : null,
    ) ??
    about('escalator', escalatorProblem(terms, chargeTerms))
  )
}

function quantityProblem(basis: string, name: string, tranches: readonly TrancheTerms[]): string | null {
  if (basis === 'flat') return null
  const isGpus = basis === 'perGpu' || basis === 'perGpuHour'
  const without = tranches.find(({ tranche }) => (isGpus ? tranche.gpus : tranche.kilowatts) === null)
  return without
    ? `${name} is priced by ${isGpus ? 'GPUs' : 'power'}, and “${without.tranche.label}” does not state ${isGpus ? 'its GPUs' : 'its power'}. State it first.`
    : null
}

function escalatorProblem(terms: DealTerms, chargeTerms: ChargeTerms): string | null {
  const { deal } = terms
  const { charge, escalator } = chargeTerms
  if (!escalator) return null
  if (escalator.firstOn <= deal.start)
    return `The first escalation, on ${formatDate(escalator.firstOn)}, must come after the start on ${formatDate(deal.start)}.`
  if (escalator.cap !== null && escalator.floor !== null && escalator.cap < escalator.floor)
    return 'The cap of the escalator must not lie below its floor.'
  const largest = charge.basis === 'flat' ? limits.monthlyFee : limits.unitPrice
  return highestPrice(terms, chargeTerms) > largest || highestRampFee(terms, chargeTerms) > limits.monthlyFee
    ? 'With this escalator the fee would rise beyond the largest that a book can hold.'
    : null
}

function advancesProblem({ deal, tranches, advances }: DealTerms): string | null {
  for (const { label, kind, trancheId, paidOn, creditFrom, creditMonths } of advances) {
    const tranche = tranches.find((each) => each.tranche.id === trancheId)?.tranche
    if (trancheId !== null && !tranche) return `“${label}” is for a tranche of another deal.`
    if (kind === 'deposit' && creditMonths > 0)
      return `“${label}” is a deposit, which is returned at the end and not credited month by month.`
    if (kind === 'prepayment' && creditMonths === 0)
      return `“${label}” is a prepayment: say over how many months it is credited.`
    if (kind === 'deposit') continue
    const due = dayOf(tranche?.from ?? deal.start)
    const [first, last] = [creditFrom - 1, creditFrom + creditMonths - 2].map((months) =>
      monthsAfter(due, months),
    )
    const end = tranche?.until ?? deal.end
    if (last! >= dayOf(end))
      return `“${label}” would be credited until ${formatDate(dateOf(last!))}, after the last day of its capacity, ${formatDate(addDays(end, -1))}: the rest would be lost.`
    if (paidOn !== null && dayOf(paidOn) > first!)
      return `“${label}” would be credited from ${formatDate(dateOf(first!))}, before it is paid on ${formatDate(paidOn)}.`
  }
  return null
}

function sizeProblem(terms: DealTerms): string | null {
  return largestAmount(terms) > Number.MAX_SAFE_INTEGER
    ? 'With these terms the fees would add up to more than a book can hold exactly.'
    : null
}

import { type DayNumber, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRatio, multiplyUnitPrice, total } from '../money.ts'
import { accruedUntil } from './accrual.ts'
import type { Schedule } from './scheduleColumns.ts'
import type { Exit } from './termination.ts'

/** What interim capacity costs and how much of it there is, where the deal does not say. */
export interface Market {
  /** Millionths of the major unit per GPU-hour; null where no price is known. */
  readonly price: number | null
  /** GPUs that can be had; null for as many as are needed. */
  readonly gpus: number | null
}

/** The capacity a deal leaves a buyer without, between the end of a notice and its replacement. */
export interface NoticeCoverGap {
  /** The day of notice, on which the replacement is ordered. */
  readonly orderedOn: DayNumber
  /** The first day without service, and the first with the replacement. */
  readonly from: DayNumber
  readonly until: DayNumber
  readonly days: number
  readonly months: number
  /** Contracted GPUs over the gap, times its billing months; null where the deal does not state its GPUs. */
  readonly gpuMonths: number | null
  /** The GPUs that can be had in between at a known price, at most of those contracted. */
  readonly coveredGpus: number
  /** Capacity that nobody can supply, or of which no price is known: GPU-months, not money. */
  readonly uncoveredGpuMonths: number | null
  /** Millionths of the major unit per GPU-hour of interim capacity; null where none is known, and then there is no money. */
  readonly price: number | null
  /** The cost of the covered GPUs at that price, 24 hours a day. */
  readonly interimCost: MinorUnits | null
  /** The contract's fees for the same GPUs, which are not paid. */
  readonly feesNotPaid: MinorUnits | null
  /** Interim cost less fees not paid; below zero where interim capacity costs less than the contract. */
  readonly incrementalCost: MinorUnits | null
}

type GapCost = Pick<NoticeCoverGap, 'price' | 'interimCost' | 'feesNotPaid' | 'incrementalCost'>

const noCost: GapCost = { price: null, interimCost: null, feesNotPaid: null, incrementalCost: null }

/**
 * The gap a provider's notice leaves, the replacement being ordered on the day of notice. Null where no lead time of a
 * replacement is stated or the provider may not leave; a gap of no days where the replacement comes in time.
 */
export function noticeCoverGap(schedule: Schedule, exit: Exit, market: Market): NoticeCoverGap | null {
  const { terms, capacity, start, end, plan } = schedule
  const { replacementMonths, replacementPrice, replacementGpus } = terms.deal
  const hasExit = exit.status === 'open' || exit.status === 'beforeService'
  if (replacementMonths === null || !hasExit) return null
  const from = Math.max(start, exit.serviceEnds)
  // Beyond the term there is no capacity to replace.
  const until = Math.max(from, Math.min(end, monthsAfter(exit.noticeOn, replacementMonths)))
  const price = replacementPrice ?? market.price
  const available = replacementGpus ?? (replacementPrice === null ? market.gpus : null) ?? Infinity
  const parts = capacity.gpus ? gapParts(schedule, capacity.gpus, from, until) : null
  const covered = (gpus: number) => (price === null ? 0 : Math.min(gpus, available))
  const gpuMonths = (of: (gpus: number) => number) =>
    parts && parts.reduce((sum, { gpus, months }) => sum + of(gpus) * months, 0)
  return {
    orderedOn: exit.noticeOn,
    from,
    until,
    days: until - from,
    months: plan.billing.axis(until) - plan.billing.axis(from),
    gpuMonths: gpuMonths((gpus) => gpus),
    coveredGpus: Math.max(0, ...(parts ?? []).map(({ gpus }) => covered(gpus))),
    uncoveredGpuMonths: gpuMonths((gpus) => gpus - covered(gpus)),
    ...(price === null || !parts ? noCost : gapCost(schedule, parts, price, covered)),
  }
}

/** A part of the gap over which the contract has the same number of GPUs. */
interface GapPart {
  readonly from: DayNumber
  until: DayNumber
  readonly gpus: number
  months: number
}

function gapParts(
  { timeline, plan }: Schedule,
  gpus: Float64Array,
  from: DayNumber,
  until: DayNumber,
): GapPart[] {
  const { bounds, count, monthParts } = timeline
  const parts: GapPart[] = []
  for (let i = 0; i < count; i++) {
    const [first, next] = [Math.max(from, bounds[i]!), Math.min(until, bounds[i + 1]!)]
    if (first >= next) continue
    const months = plan.billing.partsOf(first, next) / monthParts[i]!
    const last = parts.at(-1)
    if (last?.gpus === gpus[i]!) {
      last.until = next
      last.months += months
    } else parts.push({ from: first, until: next, gpus: gpus[i]!, months })
  }
  return parts
}

function gapCost(
  schedule: Schedule,
  parts: readonly GapPart[],
  price: number,
  coveredOf: (gpus: number) => number,
): GapCost {
  const { rounding, digits } = schedule.plan
  const hours = parts.reduce((sum, { from, until, gpus }) => sum + coveredOf(gpus) * (until - from) * 24, 0)
  // More than can be kept exactly is no amount that anyone pays.
  if ((price * hours) / 10 ** (6 - digits) > Number.MAX_SAFE_INTEGER / 2) return noCost
  const interimCost = multiplyUnitPrice(price, hours, 1, rounding, digits)
  const feesNotPaid = total(
    parts
      .filter(({ gpus }) => gpus > 0)
      .map(({ from, until, gpus }) => {
        const fees = exact(accruedUntil(schedule, until) - accruedUntil(schedule, from))
        return multiplyRatio(fees, coveredOf(gpus), gpus, rounding)
      }),
  )
  return { price, interimCost, feesNotPaid, incrementalCost: exact(interimCost - feesNotPaid) }
}

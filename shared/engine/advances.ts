import { type DayNumber, dayOf, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRate, multiplyRatio, spread, total } from '../money.ts'
import type { Advance } from '../schema/extras.ts'
import { isContract, sumColumn, totalContractValue } from './accrual.ts'
import type { DatedAmount } from './datedAmounts.ts'
import { invoiceFrom, paidOn } from './invoices.ts'
import type { Schedule, SeriesColumns } from './scheduleColumns.ts'

/** One part of a prepayment given back against an invoice. */
export interface Credit {
  /** A day of the month it is for, or of the later invoice it is carried to. */
  readonly month: DayNumber
  /** The payment it is taken off. */
  readonly paidOn: DayNumber
  readonly amount: MinorUnits
}

/** What is paid ahead, and how it comes back. Neither is contract value. */
export interface AdvancePlan {
  readonly advance: Advance
  readonly paid: DatedAmount
  /** The first day of the first month in which a prepayment is to be credited; null for a deposit. */
  readonly creditsFrom: DayNumber | null
  /** Of a prepayment, in the order of payments: none exceeds what its invoices leave. */
  readonly credits: readonly Credit[]
  /** Given back: a deposit at the end of service, what is left of a prepayment with the last payment. */
  readonly returned: DatedAmount | null
}

/** A month in which a part of a prepayment is to be credited. */
interface CreditMonth {
  readonly from: DayNumber
  /** Exclusive. */
  readonly until: DayNumber
  readonly amount: MinorUnits
}

/** The payment of one invoice of a contract charge, with what credits can still take off it. */
interface Room {
  readonly series: SeriesColumns
  readonly serviceFrom: DayNumber
  readonly on: DayNumber
  left: MinorUnits
}

/** The advances of a deal, in their order. */
export function advancesOf(schedule: Schedule): AdvancePlan[] {
  const credits = prepaymentCredits(schedule, Infinity)
  return schedule.terms.advances.map((advance, i) => {
    const { due, ends, on, amount } = sizeOf(schedule, advance)
    const isDeposit = advance.kind === 'deposit'
    const left = exact(amount - total(credits[i]!.map((credit) => credit.amount)))
    return {
      advance,
      paid: { on, amount },
      creditsFrom: isDeposit ? null : monthsAfter(due, advance.creditFrom - 1),
      credits: credits[i]!,
      returned: isDeposit
        ? { on: ends, amount }
        : left > 0
          ? { on: lastPayment(schedule, advance.trancheId), amount: left }
          : null,
    }
  })
}

/** When an advance is due and its capacity ends, when it is paid and how much it is. */
function sizeOf(schedule: Schedule, advance: Advance) {
  const capacity = schedule.plan.capacities.find(({ tranche }) => tranche.id === advance.trancheId)
  const [due, ends] = capacity ? [capacity.from, capacity.until] : [schedule.start, schedule.end]
  const on = advance.paidOn === null ? due : dayOf(advance.paidOn)
  const amount =
    advance.amount ??
    multiplyRate(
      Math.max(0, valueOf(schedule, advance.trancheId)),
      advance.share ?? 0,
      schedule.plan.rounding,
    )
  return { due, ends, on, amount }
}

/**
 * The credits of each advance where service ends on a day, or in full. A month that is cut is credited by its days of
 * service. A credit is taken off the payment of the invoice that covers the first day of its month, and never exceeds what
 * that leaves to pay: the rest is carried to the payments after it.
 */
export function prepaymentCredits(schedule: Schedule, serviceEnds: DayNumber): Credit[][] {
  if (schedule.terms.advances.length === 0) return []
  const rooms = roomsOf(schedule, serviceEnds)
  return schedule.terms.advances.map((advance) =>
    advance.kind === 'deposit' ? [] : creditsOf(schedule, advance, rooms, serviceEnds),
  )
}

function creditsOf(
  schedule: Schedule,
  advance: Advance,
  rooms: readonly Room[],
  serviceEnds: DayNumber,
): Credit[] {
  const { rounding } = schedule.plan
  const own = seriesFor(schedule, advance.trancheId)
  const credits: Credit[] = []
  const payments = rooms.filter(({ series }) => own.includes(series))
  const months = creditMonths(schedule, advance)
    .filter(({ from }) => from < serviceEnds)
    .map(({ from, until, amount }) => ({
      from,
      on: paymentFor(own, from),
      left: until <= serviceEnds ? amount : multiplyRatio(amount, serviceEnds - from, until - from, rounding),
    }))
  // What is due first is credited first, on each payment from its own on.
  for (const room of payments)
    for (const month of months) {
      if (month.on > room.on) continue
      const amount = Math.min(month.left, room.left)
      if (amount <= 0) continue
      month.left -= amount
      room.left -= amount
      const isOwn = month.on === room.on
      credits.push({ month: isOwn ? month.from : room.serviceFrom, paidOn: room.on, amount })
    }
  return credits
}

/** The months in which a prepayment is to be credited, in equal parts that sum to it. */
function creditMonths(schedule: Schedule, advance: Advance): CreditMonth[] {
  const { due, amount } = sizeOf(schedule, advance)
  const first = advance.creditFrom - 1
  return spread(amount, advance.creditMonths, schedule.plan.rounding).map((part, i) => ({
    from: monthsAfter(due, first + i),
    until: monthsAfter(due, first + i + 1),
    amount: part,
  }))
}

/** The payments of all contract charges for service before a day, in the order of their dates. */
function roomsOf({ series, plan }: Schedule, serviceEnds: DayNumber): Room[] {
  const rooms: Room[] = []
  for (const each of series.filter(isContract)) {
    const { count, bounds, amounts } = each.invoices
    for (let k = 0; k < count && bounds[k]! < serviceEnds; k++) {
      const [from, until] = [bounds[k]!, bounds[k + 1]!]
      const left =
        until <= serviceEnds
          ? amounts[k]!
          : multiplyRatio(amounts[k]!, serviceEnds - from, until - from, plan.rounding)
      rooms.push({ series: each, serviceFrom: from, on: paidOn(each.invoices, k), left })
    }
  }
  return rooms.sort((a, b) => a.on - b.on)
}

/** The contract charges of a tranche, where it has some of its own; else all. */
function seriesFor({ series }: Schedule, trancheId: string | null): SeriesColumns[] {
  const all = series.filter(isContract)
  if (trancheId === null) return all
  const own = all.filter(
    ({ plan: { charge, capacity } }) => charge.trancheId === trancheId || capacity?.tranche.id === trancheId,
  )
  return own.length > 0 ? own : all
}

/** The last payment for service of a tranche, or of the deal: never before the end of service. */
const lastPayment = (schedule: Schedule, trancheId: string | null): DayNumber => {
  const own = seriesFor(schedule, trancheId)
  return roomsOf(schedule, Infinity).findLast(({ series }) => own.includes(series))?.on ?? schedule.end
}

/** The contract value of a tranche, or of the whole deal. */
function valueOf(schedule: Schedule, trancheId: string | null): MinorUnits {
  if (trancheId === null) return totalContractValue(schedule)
  return total(
    schedule.series
      .filter(isContract)
      .filter(({ plan }) => plan.capacities.length === 1 && plan.capacities[0]!.tranche.id === trancheId)
      .map(({ payable }) => sumColumn(payable)),
  )
}

/** The payment of the first charge that covers a day; else the day itself. */
function paymentFor([first]: readonly SeriesColumns[], day: DayNumber): DayNumber {
  const { invoices } = first ?? {}
  const k = invoices ? invoiceFrom(invoices, day) : null
  return invoices && k !== null && invoices.bounds[k]! <= day ? paidOn(invoices, k) : day
}

/** Prepaid and not yet credited where service ends on a day: what leaving on it puts at stake. */
export function prepaidBalance(schedule: Schedule, serviceEnds: DayNumber): MinorUnits {
  if (schedule.terms.advances.length === 0) return 0
  const credits = prepaymentCredits(schedule, serviceEnds)
  return total(
    schedule
      .advances()
      .map(({ advance, paid }, i) =>
        advance.kind === 'prepayment' && paid.on < serviceEnds
          ? exact(paid.amount - total(credits[i]!.map(({ amount }) => amount)))
          : 0,
      ),
  )
}

/** The largest amount prepaid and not yet credited on any day: what is lost if the provider fails. */
export function peakPrepaid(schedule: Schedule): MinorUnits {
  const changes = schedule
    .advances()
    .filter(({ advance }) => advance.kind === 'prepayment')
    .flatMap(({ paid, credits, returned }) => [
      paid,
      ...credits.map(({ paidOn: on, amount }) => ({ on, amount: 0 - amount })),
      ...(returned ? [{ on: returned.on, amount: 0 - returned.amount }] : []),
    ])
    .toSorted((a, b) => a.on - b.on || b.amount - a.amount)
  let [outstanding, peak] = [0, 0]
  for (const { amount } of changes) {
    outstanding = exact(outstanding + amount)
    peak = Math.max(peak, outstanding)
  }
  return peak
}

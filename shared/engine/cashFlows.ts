import type { DayNumber } from '../days.ts'
import { daysAYear } from '../finance/presentValue.ts'
import { type RateOfReturn, rateOfReturn } from '../finance/rateOfReturn.ts'
import { exact, type MinorUnits } from '../money.ts'
import { type PartsPerMillion, toFraction } from '../rate.ts'
import { advancesOf } from './advances.ts'
import type { Schedule } from './schedule.ts'

/** What the buyer pays on one day, in minor units; below zero where it gets more than it pays. */
export interface Payment {
  on: DayNumber
  amount: MinorUnits
}

const remembered = new WeakMap<Schedule, readonly Payment[]>()

/**
 * What leaves the buyer's account, one payment a day, in the order of dates: invoices of every charge, at the use that
 * is expected, with power passed through and less service credits, what is paid once, prepayments less their credits,
 * deposits and their return.
 */
export function paymentsOf(schedule: Schedule): readonly Payment[] {
  const known = remembered.get(schedule)
  if (known) return known
  const { series, oneOffs, terms } = schedule
  const all: Payment[] = []
  for (const { invoices } of series)
    for (const { paidOn, amount } of invoices) all.push({ on: paidOn, amount })
  all.push(...oneOffs)
  if (terms.advances.length > 0)
    for (const { paid, credits, returned } of advancesOf(schedule)) {
      all.push(paid)
      for (const { paidOn, amount } of credits) all.push({ on: paidOn, amount: -amount })
      if (returned) all.push({ on: returned.on, amount: -returned.amount })
    }
  const made = byDay(all)
  remembered.set(schedule, made)
  return made
}

/** One payment a day, in the order of dates. */
function byDay(payments: Payment[]): Payment[] {
  const sorted = payments.sort((a, b) => a.on - b.on)
  const merged: Payment[] = []
  for (const { on, amount } of sorted) {
    const last = merged.at(-1)
    if (last?.on === on) last.amount = exact(last.amount + amount)
    else merged.push({ on, amount })
  }
  return merged
}

/**
 * The internal rate of return of choosing a deal over the baseline: XIRR, actual/365, of the baseline's payments less
 * the deal's. What a deal pays earlier is the outlay, what it pays less later the return; a ramp against a lower fee can
 * have two true rates.
 */
export function incrementalRate(baseline: Schedule, deal: Schedule): RateOfReturn {
  const flows = [
    ...paymentsOf(baseline),
    ...paymentsOf(deal).map(({ on, amount }) => ({ on, amount: -amount })),
  ]
  return rateOfReturn(
    flows.map(({ amount }) => amount),
    flows.map(({ on }) => on),
    daysAYear,
  )
}

/** When payments fall, on average, in years of 365 days from a date. */
export interface AverageLife {
  /** Weighted average life: sum of t * payment / sum of payments. */
  weightedAverageLife: number
  /** Macaulay's duration: the same over present values at the deal's discount rate, effective. */
  duration: number
}

/** Payments before the date are left out. Null where nothing is paid from it on, or as much comes back as is paid. */
export function averageLife(schedule: Schedule, rate: PartsPerMillion, from: DayNumber): AverageLife | null {
  const growth = 1 + toFraction(rate)
  const totals = { paid: 0, timed: 0, present: 0, presentTimed: 0 }
  for (const { on, amount } of paymentsOf(schedule)) {
    const years = (on - from) / daysAYear
    if (years < 0) continue
    const present = amount * growth ** -years
    totals.paid += amount
    totals.timed += years * amount
    totals.present += present
    totals.presentTimed += years * present
  }
  if (totals.paid <= 0 || totals.present <= 0) return null
  return {
    weightedAverageLife: totals.timed / totals.paid,
    duration: totals.presentTimed / totals.present,
  }
}

import type { DayNumber } from '../days.ts'
import { exact, type MinorUnits } from '../money.ts'
import type { AdvancePlan } from './advances.ts'
import type { Invoice } from './invoices.ts'

/** What the buyer pays on one day, in minor units; below zero where it gets more than it pays. */
export interface Payment {
  on: DayNumber
  amount: MinorUnits
}

/**
 * What leaves the buyer's account, one payment a day, in the order of dates: invoices of every charge, at the use that
 * is expected, with power passed through and less service credits, what is paid once, prepayments less their credits,
 * deposits and their return.
 */
export function paymentsOf(
  series: readonly { readonly invoices: readonly Invoice[] }[],
  oneOffs: readonly Payment[],
  advances: readonly AdvancePlan[],
): Payment[] {
  const all: Payment[] = []
  for (const { invoices } of series)
    for (const { paidOn, amount } of invoices) all.push({ on: paidOn, amount })
  for (const { on, amount } of oneOffs) all.push({ on, amount })
  for (const { paid, credits, returned } of advances) {
    all.push({ ...paid })
    for (const { paidOn, amount } of credits) all.push({ on: paidOn, amount: -amount })
    if (returned) all.push({ on: returned.on, amount: -returned.amount })
  }
  return byDay(all)
}

/** One payment a day, in the order of dates. */
function byDay(payments: Payment[]): Payment[] {
  const isInOrder = payments.every(({ on }, i) => i === 0 || payments[i - 1]!.on < on)
  if (isInOrder) return payments
  const merged: Payment[] = []
  for (const { on, amount } of payments.sort((a, b) => a.on - b.on)) {
    const last = merged.at(-1)
    if (last?.on === on) last.amount = exact(last.amount + amount)
    else merged.push({ on, amount })
  }
  return merged
}

import { type DayNumber, dayOf, startOfMonth } from '../days.ts'
import { exact, type MinorUnits } from '../money.ts'
import { remembered } from '../remembered.ts'
import { columnUntil, creditsUntil, seriesUntil } from './accrual.ts'
import { monthsBetween, spanOf } from './calendarMonths.ts'
import { newColumn } from './column.ts'
import { billedAmounts, invoicesOf } from './invoices.ts'
import { runningTotal } from './runningTotal.ts'
import type { RunningColumn, Schedule, SeriesColumns } from './scheduleColumns.ts'

/** What a payment is for. Credits are below zero; prepayments and deposits are, where they come back. */
export const costKinds = [
  'fixed',
  'minimum',
  'usage',
  'power',
  'oneOff',
  'prepayment',
  'deposit',
  'credits',
] as const
export type CostKind = (typeof costKinds)[number]

/** What each kind comes to in one calendar month, in minor units; kinds that come to nothing are left out. */
export type KindAmounts = Readonly<Partial<Record<CostKind, MinorUnits>>>

/** By the first day of the month. */
export type MonthsOfKinds = ReadonlyMap<DayNumber, KindAmounts>

/**
 * The cost of each calendar month's service by kind, at expected use, with what is paid once on a day of it. The kinds
 * sum to what the cumulative cost as accrued grows by.
 */
export const costOfService = remembered(serviceMonths)

/** The same by the month in which it is paid, with prepayments and deposits: the kinds sum to the payments. */
export const costPaid = remembered(paymentMonths)

/** Adds amounts up by month and kind. */
function collector() {
  const months = new Map<DayNumber, Partial<Record<CostKind, MinorUnits>>>()
  return {
    months,
    add(day: DayNumber, kind: CostKind, amount: MinorUnits) {
      const month = startOfMonth(day)
      const amounts = months.get(month) ?? {}
      months.set(month, amounts)
      if (amount !== 0) amounts[kind] = exact((amounts[kind] ?? 0) + amount)
    },
  }
}

type Collector = ReturnType<typeof collector>

function addOneOffs({ terms }: Schedule, add: Collector['add']): void {
  for (const { on, kind, amount } of terms.oneOffs)
    if (kind === 'fee') add(dayOf(on), 'oneOff', amount)
    else add(dayOf(on), 'credits', -amount)
}

function serviceMonths(schedule: Schedule): MonthsOfKinds {
  const { months, add } = collector()
  const power = running(schedule.power)
  const until = (day: DayNumber) => ({
    fixed: seriesOfKind(schedule, 'recurring', day),
    minimum: seriesOfKind(schedule, 'metered', day),
    power: columnUntil(schedule, power, day),
    credits: creditsUntil(schedule, day),
    variable: columnUntil(schedule, schedule.variable, day),
  })
  const { from, until: last } = spanOf(schedule)
  const days = monthsBetween(from, last)
  let before = until(days[0]!)
  for (let i = 0; i + 1 < days.length; i++) {
    const month = days[i]!
    const after = until(days[i + 1]!)
    const grown = (kind: keyof typeof after) => exact(after[kind] - before[kind])
    add(month, 'fixed', grown('fixed'))
    add(month, 'minimum', grown('minimum'))
    add(month, 'power', grown('power'))
    add(month, 'credits', -grown('credits'))
    // What is left, so that roundings within a month leave no cent between the kinds and their sum.
    add(month, 'usage', exact(grown('variable') - grown('power')))
    before = after
  }
  addOneOffs(schedule, add)
  return months
}

const running = (amounts: Float64Array): RunningColumn => ({ amounts, before: runningTotal(amounts) })

function seriesOfKind(schedule: Schedule, kind: 'recurring' | 'metered', day: DayNumber): MinorUnits {
  let sum = 0
  for (const series of schedule.series)
    if (series.plan.charge.kind === kind) sum += seriesUntil(schedule, series, day)
  return exact(sum)
}

function paymentMonths(schedule: Schedule): MonthsOfKinds {
  const { months, add } = collector()
  for (const series of schedule.series) {
    const { plan, payable, expected, credits } = series
    const post = (kind: CostKind, column: Float64Array) => addInvoices(schedule, series, column, kind, add)
    if (plan.charge.kind === 'recurring') post('fixed', payable)
    else if (plan.charge.kind === 'power') post('power', expected)
    else {
      post('minimum', payable)
      post('usage', difference(expected, payable))
    }
    post('credits', difference(newColumn(credits.length), credits))
  }
  addOneOffs(schedule, add)
  for (const { advance, paid, credits, returned } of schedule.advances()) {
    add(paid.on, advance.kind, paid.amount)
    for (const { paidOn, amount } of credits) add(paidOn, advance.kind, -amount)
    if (returned) add(returned.on, advance.kind, -returned.amount)
  }
  // A month between payments is one in which nothing is paid, not one that is missing.
  const { from, until } = spanOf(schedule)
  const [first, last] = [Math.min(from, ...months.keys()), Math.max(until - 1, ...months.keys())]
  for (const month of monthsBetween(first, last + 1).slice(0, -1)) add(month, 'fixed', 0)
  return months
}

function difference(from: Float64Array, less: Float64Array): Float64Array {
  const column = newColumn(from.length)
  for (let i = 0; i < column.length; i++) column[i] = from[i]! - less[i]!
  return column
}

/** A part of what a series bills, on the days its invoices are paid. */
function addInvoices(
  { timeline }: Schedule,
  { plan, lines }: SeriesColumns,
  amounts: Float64Array,
  kind: CostKind,
  add: Collector['add'],
): void {
  const invoices = invoicesOf(plan, timeline, lines, amounts, newColumn(amounts.length))
  const billed = billedAmounts(invoices, invoices.netDays)
  for (const [k, day] of billed.days.entries()) add(day, kind, billed.amounts[k]!)
}

/** All kinds together. */
export const sumOfKinds = (amounts: KindAmounts): MinorUnits =>
  exact(costKinds.reduce((sum, kind) => sum + (amounts[kind] ?? 0), 0))

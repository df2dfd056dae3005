import type { DayNumber } from '../days.ts'
import { exact, type MinorUnits } from '../money.ts'
import { invoicedOn, invoiceFrom, type Invoices, paidOn } from './invoices.ts'
import type { Schedule, SeriesColumns } from './scheduleColumns.ts'

/** The amounts of one billing month of a deal, in minor units: the parts of a row, which sum to it. */
export interface MonthAmounts {
  /** Recurring fees without ramp and before escalation. */
  base: MinorUnits
  escalation: MinorUnits
  /** What the ramp takes off; below zero where it adds. */
  ramp: MinorUnits
  /** Metered use as it is expected, shortfall and overage included. */
  metered: MinorUnits
  /** What is paid once in this month; before the term in its first month, after it in its last. */
  oneOff: MinorUnits
  power: MinorUnits
  /** Service credits that are expected. */
  credits: MinorUnits
  /** base + escalation - ramp + metered + oneOff + power - credits. */
  payable: MinorUnits
  /** What is drawn on a prepayment. */
  prepaymentDrawn: MinorUnits
  /** payable - prepaymentDrawn: what this month's service takes from the account. */
  cash: MinorUnits
}

/** One billing month of a deal: its days, its capacity, its amounts, and when they are invoiced and paid. */
export interface MonthRow extends MonthAmounts {
  from: DayNumber
  /** Exclusive. */
  until: DayNumber
  days: number
  /** Averages over the days of the month; null where a tranche does not state them. */
  contractedKilowatts: number | null
  deliveredKilowatts: number | null
  contractedGpus: number | null
  deliveredGpus: number | null
  /** As escalated, without ramp: base + escalation. */
  standard: MinorUnits
  /** Of the first charge that bills this month. */
  invoicedOn: DayNumber | null
  paidOn: DayNumber | null
}

/** A deal month by month: the rows sum to the totals. */
export function monthRows(schedule: Schedule): MonthRow[] {
  const { timeline, oneOffs } = schedule
  const rows: MonthRow[] = []
  let next = 0
  for (let i = 0; i < timeline.count;) {
    const first = i
    while (i < timeline.count && timeline.monthOf[i] === timeline.monthOf[first]) i++
    const [from, until] = [timeline.bounds[first]!, timeline.bounds[i]!]
    // What is paid once after the term stands in its last month.
    const paidBefore = i === timeline.count ? Infinity : until
    let oneOff = 0
    for (; next < oneOffs.days.length && oneOffs.days[next]! < paidBefore; next++)
      oneOff = exact(oneOff + oneOffs.amounts[next]!)
    rows.push(monthRow(schedule, first, i, from, until, oneOff))
  }
  return rows
}

function monthRow(
  schedule: Schedule,
  first: number,
  next: number,
  from: DayNumber,
  until: DayNumber,
  oneOff: MinorUnits,
): MonthRow {
  const { series, capacity } = schedule
  const sum = (column: Float64Array) => {
    let total = 0
    for (let i = first; i < next; i++) total += column[i]!
    return exact(total)
  }
  const ofKind = (kind: string, column: 'payable' | 'expected') =>
    series
      .filter(({ plan }) => plan.charge.kind === kind)
      .reduce((total, each) => exact(total + sum(each[column])), 0)
  const [base, standard] = [sum(schedule.base), sum(schedule.standard)]
  const ramp = exact(standard - ofKind('recurring', 'payable'))
  const escalation = exact(standard - base)
  const metered = ofKind('metered', 'expected')
  const [power, credits] = [sum(schedule.power), sum(schedule.credits)]
  const payable = exact(base + escalation - ramp + metered + oneOff + power - credits)
  const drawn = schedule
    .advances()
    .flatMap((advance) => advance.credits)
    .filter(({ month }) => from <= month && month < until)
    .reduce((total, { amount }) => exact(total + amount), 0)
  const billed = firstBilled(series, from, until)
  const average = (column: Float64Array | null) => {
    if (!column) return null
    let total = 0
    for (let i = first; i < next; i++)
      total += column[i]! * (schedule.timeline.bounds[i + 1]! - schedule.timeline.bounds[i]!)
    return total / (until - from)
  }
  return {
    from,
    until,
    days: until - from,
    contractedKilowatts: average(capacity.kilowatts),
    deliveredKilowatts: average(capacity.deliveredKilowatts),
    contractedGpus: average(capacity.gpus),
    deliveredGpus: average(capacity.deliveredGpus),
    base,
    escalation,
    standard,
    ramp,
    metered,
    oneOff,
    power,
    credits,
    payable,
    prepaymentDrawn: drawn,
    cash: exact(payable - drawn),
    invoicedOn: billed && invoicedOn(billed.invoices, billed.k),
    paidOn: billed && paidOn(billed.invoices, billed.k),
  }
}

/** The first invoice for any of the days `[from, until)`, of the first charge that has one. */
function firstBilled(
  series: readonly SeriesColumns[],
  from: DayNumber,
  until: DayNumber,
): { invoices: Invoices; k: number } | null {
  for (const { invoices } of series) {
    const k = invoiceFrom(invoices, from)
    if (k !== null && invoices.bounds[k]! < until) return { invoices, k }
  }
  return null
}

import { type DayNumber, dayOf, monthsAfter } from '../days.ts'
import { exact, type MinorUnits, multiplyRate, spread, total } from '../money.ts'
import type { Advance } from '../schema/extras.ts'
import { sumColumn, totalContractValue } from './accrual.ts'
import type { DatedAmount } from './datedAmounts.ts'
import { invoiceFrom, paidOn } from './invoices.ts'
import type { Schedule, SeriesColumns } from './scheduleColumns.ts'

/** One part of a prepayment given back against a later invoice. */
export interface Credit {
  /** The first day of the month it is for. */
  readonly month: DayNumber
  /** The payment it is taken off. */
  readonly paidOn: DayNumber
  readonly amount: MinorUnits
}

/** What is paid ahead, and how it comes back. Neither is contract value. */
export interface AdvancePlan {
  readonly advance: Advance
  readonly paid: DatedAmount
  /** Of a prepayment, in the order of months. */
  readonly credits: readonly Credit[]
  /** Of a deposit: given back at the end of service. */
  readonly returned: DatedAmount | null
}

/** What an advance of a deal comes to. */
export function advancePlan(schedule: Schedule, advance: Advance): AdvancePlan {
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
  const isDeposit = advance.kind === 'deposit'
  const parts = isDeposit ? [] : spread(amount, advance.creditMonths)
  return {
    advance,
    paid: { on, amount },
    credits: parts
      .map((part, i) => ({ month: monthsAfter(due, advance.creditFrom - 1 + i), amount: part }))
      .map((credit) => ({ ...credit, paidOn: paymentFor(schedule, advance.trancheId, credit.month) })),
    returned: isDeposit ? { on: ends, amount } : null,
  }
}

/** The contract value of a tranche, or of the whole deal. */
function valueOf(schedule: Schedule, trancheId: string | null): MinorUnits {
  if (trancheId === null) return totalContractValue(schedule)
  return total(
    schedule.series
      .filter(({ plan }) => plan.charge.kind !== 'power')
      .filter(({ plan }) => plan.capacities.length === 1 && plan.capacities[0]!.tranche.id === trancheId)
      .map(({ payable }) => sumColumn(payable)),
  )
}

/** The payment of the first charge, on that tranche where it has one, that covers a day; else the day itself. */
function paymentFor({ series }: Schedule, trancheId: string | null, day: DayNumber): DayNumber {
  const isOn = ({ plan: { charge, capacity } }: SeriesColumns) =>
    charge.trancheId === trancheId || capacity?.tranche.id === trancheId
  const own = trancheId === null ? undefined : series.find(isOn)
  const { invoices } = own ?? series[0] ?? {}
  const k = invoices ? invoiceFrom(invoices, day) : null
  return invoices && k !== null && invoices.bounds[k]! <= day ? paidOn(invoices, k) : day
}

/** Prepaid and not yet credited before a day: what leaving on it puts at stake. */
export const prepaidBalance = (schedule: Schedule, day: DayNumber): MinorUnits =>
  schedule.terms.advances.length === 0
    ? 0
    : total(
        schedule
          .advances()
          .filter(({ advance, paid }) => advance.kind === 'prepayment' && paid.on < day)
          .map(({ paid, credits }) =>
            exact(paid.amount - total(credits.filter(({ month }) => month < day).map((each) => each.amount))),
          ),
      )

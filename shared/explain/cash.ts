import type { CashPart } from '../engine/cashToPay.ts'
import { formatDay } from '../format/date.ts'
import { amount, plus, type Step } from './explanation.ts'

const partNames: Readonly<Record<CashPart['kind'], string>> = {
  invoice: 'invoices',
  invoiceReturned: 'Given back of invoices paid before',
  once: 'paid once',
  terminationFee: 'Fee for leaving',
  prepayment: 'prepayment',
  credit: 'credit of a prepayment',
  creditReturned: 'Credits taken for service after the exit',
  prepaidReturned: 'Prepaid balance repaid',
}

/** Payments of one kind on one day as one step, in the order of days, what has no day last. */
export function cashSteps(parts: readonly CashPart[]): Step[] {
  const sums = new Map<string, { on: number; value: number }>()
  for (const { kind, on, amount: value } of parts) {
    const label = on === null ? partNames[kind] : `${formatDay(on)}, ${partNames[kind].toLowerCase()}`
    const known = sums.get(label) ?? { on: on ?? Infinity, value: 0 }
    sums.set(label, { on: known.on, value: known.value + value })
  }
  return [...sums]
    .toSorted(([, a], [, b]) => (a.on === b.on ? 0 : a.on - b.on))
    .map(([label, { value }]) => plus(label, amount(value)))
}

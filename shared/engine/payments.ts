import type { AdvancePlan } from './advances.ts'
import { datedAmounts, type DatedAmounts, together } from './datedAmounts.ts'
import { billedAmounts, type Invoices } from './invoices.ts'

/**
 * What leaves the buyer's account, one payment a day, in the order of dates: invoices of every charge, at the use that
 * is expected, with power passed through and less service credits, what is paid once, prepayments less their credits,
 * deposits and their return. Below zero on a day on which the buyer gets more than it pays.
 */
export function paymentsOf(
  series: readonly { readonly invoices: Invoices }[],
  oneOffs: DatedAmounts,
  advances: readonly AdvancePlan[],
): DatedAmounts {
  const parts = [oneOffs]
  for (const { invoices } of series) parts.push(billedAmounts(invoices, invoices.netDays))
  for (const advance of advances) parts.push(ofAdvance(advance))
  return together(parts)
}

const ofAdvance = ({ paid, credits, returned }: AdvancePlan): DatedAmounts =>
  datedAmounts([
    paid,
    ...credits.map(({ paidOn, amount }) => ({ on: paidOn, amount: 0 - amount })),
    ...(returned ? [{ on: returned.on, amount: 0 - returned.amount }] : []),
  ])

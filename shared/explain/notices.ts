import { monthsAfter } from '../days.ts'
import { feesBetween } from '../engine/accrual.ts'
import { exitOf } from '../engine/termination.ts'
import { formatDay } from '../format/date.ts'
import { amount, date, type Explained, shown, type Step, type StepTable } from './explanation.ts'

/** What every way out comes to from the as-of date: a notice on it and on its day of each later month, and staying. */
export function noticeComparison({ schedule, context: { asOf }, figures }: Explained): StepTable {
  const steps: Step[] = []
  for (let month = 0; ; month++) {
    const { serviceEnds, committed, noticeOn, status } = exitOf(schedule, 'buyer', monthsAfter(asOf, month))
    if (serviceEnds >= schedule.end || status === 'none') break
    // The exit cost counts from the day of the notice: what is paid until then comes to it.
    const until = monthsAfter(asOf, month)
    const all = committed + feesBetween(schedule, asOf, until)
    const label = formatDay(noticeOn)
    if (steps.at(-1)?.label !== label) steps.push(shown(label, amount(all), [date(serviceEnds)]))
  }
  steps.push(shown('None', amount(figures.buyerExit.remaining), [date(schedule.end)]))
  return {
    title: 'Notices compared, month by month',
    head: { label: 'Notice', parts: ['Service ends'], value: 'In all' },
    steps,
    total: null,
  }
}

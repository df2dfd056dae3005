import { describe, expect, it } from 'vitest'
import { dayOf } from '../../shared/days.ts'
import { deliveredMonths } from '../../shared/engine/deliveredMonths.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import { readDeal } from '../../shared/document/readDeal.ts'

/** The share delivered in a month of 2027 of a deal with these tranches. */
function shareOf(tranches: readonly object[], month: string): number {
  const deal = { start: '2027-01-01', end: '2028-01-01', tranches, charges: [{ monthlyFee: 100_00 }] }
  const read = readDeal(deal)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return deliveredMonths(scheduleOf(read.value)).get(dayOf(month))!.share
}

describe('capacity delivered', () => {
  it('is a share of the contracted peak where a deal grows', () => {
    const growing = [{ kilowatts: 50_000 }, { kilowatts: 150_000, from: '2027-07-01' }]
    // 50 of 200 MW until July, then all.
    expect(shareOf(growing, '2027-01-01')).toBe(0.25)
    expect(shareOf(growing, '2027-06-01')).toBe(0.25)
    expect(shareOf(growing, '2027-07-01')).toBe(1)
  })

  it('counts part deliveries of each tranche', () => {
    const late = [
      { gpus: 300 },
      { gpus: 700, delivery: [{ from: '2027-01-01', until: '2027-04-01', share: 0.5 }] },
    ]
    expect(shareOf(late, '2027-02-01')).toBe(0.65)
    expect(shareOf(late, '2027-04-01')).toBe(1)
  })
})

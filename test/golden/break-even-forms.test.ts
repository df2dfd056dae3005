import { describe, expect, it } from 'vitest'
import { evaluated, year2027 } from './jsonDeals.ts'

describe('a break-even as fees accrue', () => {
  it('comes before what is paid once later in the month', () => {
    // 10.00 a day, and 100.00 on 16 January, against 100.00 on the first: even after ten days.
    const once = (on: string) => ({
      end: '2027-02-01',
      oneOffs: [{ label: 'Fee', on, kind: 'fee', amount: 100_00 }],
    })
    const baseline = { ...year2027(310_00), ...once('2027-01-16') }
    const deal = { ...year2027(0), ...once('2027-01-01') }
    const { accrued } = evaluated(deal, { baseline }).breakEven!
    expect(accrued.crossings).toEqual([
      { months: 10 / 31, exactMonths: '10/31', date: '2027-01-11', firstWholeMonth: 1, cheaperAfter: 'deal' },
    ])
  })

  it('follows the months of thirty days: the last of February counts three', () => {
    // 30.00 in January, 27.00 by 28 February and 3.00 on it, against 58.50 on the first: even at noon of the 28th.
    const deal = year2027(30_00, { partMonths: 'thirty360' })
    const baseline = year2027(0, {
      oneOffs: [{ label: 'Fee', on: '2027-01-01', kind: 'fee', amount: 58_50 }],
    })
    const { accrued } = evaluated(deal, { baseline }).breakEven!
    expect(accrued.crossings.map(({ date, exactMonths }) => [date, exactMonths])).toEqual([
      ['2027-02-28', '111/56'],
    ])
  })
})

describe('a break-even', () => {
  it('on like capacity is between costs for the same number of GPUs', () => {
    // 1.00 a GPU and month against 0.50 at the start and 0.75: even after two months.
    const baseline = year2027(100_00, { tranches: [{ gpus: 100 }] })
    const deal = year2027(150_00, {
      tranches: [{ gpus: 200 }],
      oneOffs: [{ label: 'Fee', on: '2027-01-01', kind: 'fee', amount: 100_00 }],
    })
    const { likeCapacity } = evaluated(deal, { baseline }).breakEven!
    expect(likeCapacity!.cheaperAtFirst).toBe('baseline')
    expect(
      likeCapacity!.crossings.map(({ months, date, cheaperAfter }) => [months, date, cheaperAfter]),
    ).toEqual([[2, '2027-03-01', 'deal']])
  })

  it('in present value takes both deals at one date', () => {
    // 100.00 on 1 January 2027, or 105.00 a year later, which is worth 105.00 / 1.1 = 95.45.
    const once = (on: string, amount: number) => ({
      start: on,
      end: `${Number(on.slice(0, 4)) + 1}-01-01`,
      discountRate: 0.1,
      oneOffs: [{ label: 'Fee', on, kind: 'fee', amount }],
    })
    const figures = evaluated(once('2028-01-01', 105_00), { baseline: once('2027-01-01', 100_00) })
    const { paid, presentValue } = figures.breakEven!
    expect(paid.crossings.map(({ date }) => date)).toEqual(['2028-01-01'])
    expect([presentValue.crossings, presentValue.cheaperAtFirst]).toEqual([[], 'deal'])
  })
})

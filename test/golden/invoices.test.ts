import { describe, expect, it } from 'vitest'
import { rowsOf, year2027 } from './jsonDeals.ts'

describe('quarters of a charge that begins after its deal', () => {
  it('are counted from the month in which it begins', () => {
    const rows = rowsOf(year2027(100_00, {}, { from: '2027-02-01', frequency: 'quarterly' }))
    const quarters = [null, '2027-02-01', '2027-05-01', '2027-08-01', '2027-11-01']
    // January alone, then three months each, and two before the end of the term.
    expect(rows.map(({ invoicedOn }) => invoicedOn)).toEqual([
      quarters[0],
      ...[1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4].map((quarter) => quarters[quarter]),
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { evaluated as figuresOf, rowsOf } from './jsonDeals.ts'
import { cents } from './sampleDeals.ts'
import { colossus, expectedOf } from './workedDeals.ts'

describe('dom-07: a unit price times a quantity beyond 2^53 millionths', () => {
  it('is exact', () => {
    const rows = rowsOf({
      start: '2027-01-01',
      end: '2028-01-01',
      tranches: [{ kilowatts: 2_750_000 }],
      charges: [{ basis: 'perMegawatt', unitPrice: 4_452_783_066_025, frequency: 'annual' }],
    })
    expect(rows.reduce((sum, { payable }) => sum + payable, 0)).toBe(
      cents(String(expectedOf('dom-07')['amount'])),
    )
  })
})

describe('dom-23: invoices in arrears and in advance, net 30', () => {
  const expected = expectedOf('dom-23')
  const value = (invoiced: string) =>
    figuresOf(colossus({}, { invoiced, netDays: 30 }), { discounting: 'actual365' }).presentValueOfCash /
    100e6

  it('are valued on the days they are paid', () => {
    expect(value('arrears')).toBeCloseTo(Number(expected['arrears']), 6)
    expect(value('advance')).toBeCloseTo(Number(expected['advance']), 6)
  })

  it('are paid after the end of the term, or late in the first month', () => {
    const paid = (invoiced: string) =>
      rowsOf(colossus({}, { invoiced, netDays: 30 })).map(({ paidOn }) => paidOn)
    expect(paid('arrears').at(-1)).toBe(expected['lastPayment'])
    expect(paid('advance')[0]).toBe(expected['firstPaymentAdvance'])
  })
})

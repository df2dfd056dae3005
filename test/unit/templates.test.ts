import { describe, expect, it } from 'vitest'
import { importOf } from '../../shared/commands/importDeals.ts'
import { compare } from '../../shared/engine/compare.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { dealTemplates } from '../../shared/templates/dealTemplates.ts'
import { edited } from '../golden/sampleDeals.ts'

const years = { start: '2027-01-01', end: '2029-01-01' }

/** A book of one deal from each template. */
function figures(term = years, currency = 'USD', digits = 2) {
  const documents = dealTemplates.map(({ document }) =>
    document({ ...term, currency, digits, discountRate: 0.1 }),
  )
  let number = 0
  const book = edited(
    emptyBook('Templates', currency, '2027-01-01'),
    importOf(emptyBook('Templates', currency, '2027-01-01'), documents, () => `deal-${++number}`),
  )
  const { columns } = compare(book)
  return Object.fromEntries(dealTemplates.map(({ id }, i) => [id, columns[i]!]))
}

const dollars = (amount: number) => amount * 100

describe('a deal from a template', () => {
  it('comes to what its round numbers say', () => {
    const { ramped, prepaid, takeOrPay, colocation } = figures()
    // Two months at half of 400 M, 22 in full.
    expect(ramped!.totalContractValue).toBe(dollars(9_200_000_000))
    expect(ramped!.rampSavings).toMatchObject({ headline: dollars(400_000_000), likeForLike: 0 })
    expect(prepaid!.totalContractValue).toBe(dollars(24 * 380_000_000))
    expect(prepaid!.buyerExit.status).toBe('none')
    // 10,000 GPUs, 60 % of 8,760 and 8,784 hours, at 2.50.
    expect(takeOrPay!.totalContractValue).toBe(dollars(131_400_000 + 131_760_000))
    // 50,000 kW at 130 for a year, and 3 % more in the next.
    expect(colocation!.totalContractValue).toBe(dollars(78_000_000 + 80_340_000))
    // 50,000 kW * 1.25 * 85 %, 8,760 and 8,784 hours at 0.06.
    expect(colocation!.power).toBe(dollars(27_922_500 + 27_999_000))
  })

  it('fits a term of any length, in any currency', () => {
    const short = figures({ start: '2027-01-31', end: '2027-02-15' }, 'JPY', 0)
    for (const { totalContractValue } of Object.values(short)) expect(totalContractValue).toBeGreaterThan(0)
  })
})

import { describe, expect, it } from 'vitest'
import { evaluate } from '../../shared/engine/evaluate.ts'

const deal = { start: '2027-01-01', end: '2028-01-01' }

const problemsOf = (document: unknown, assumptions?: unknown) => {
  const answer = evaluate(document, assumptions as never)
  return answer.ok ? [] : answer.error.map(({ term, message }) => `${term} | ${message}`)
}

describe('a deal in JSON', () => {
  it.each([
    [{ ...deal, start: '1889-01-01' }, 'start | start: dates lie between 1990-01-01 and 2150-01-01.'],
    [{ ...deal, start: '2027-1-1' }, 'start | start: a date such as 2026-05-01 is wanted here.'],
    [{ ...deal, name: '' }, 'name | name: at least 1 character is wanted here.'],
    [
      { ...deal, charges: [{ monthlyFee: 1e17 }] },
      'charges[0].monthlyFee | charges[0].monthlyFee: this lies above 10000000000000, the most that is possible.',
    ],
    [
      { ...deal, signed: '2028-06-01' },
      'signed | The signing date, 1 Jun 2028, would come after the last day of service.',
    ],
    [
      { ...deal, tranches: [{ id: 'a' }, { id: 'a' }] },
      'tranches[1].id | tranches[1].id: another tranche has the id “a” already.',
    ],
    [
      {
        ...deal,
        tranches: [{ gpus: 1 }],
        charges: [
          {
            kind: 'metered',
            basis: 'perGpuHour',
            ramp: [{ from: '2027-01-01', until: '2027-02-01', basis: 'proRata' }],
          },
        ],
      },
      'ramp | “Capacity fee” is charged by use and has no ramp. Take the ramp away first.',
    ],
  ])('is refused with its place: %o', (document, problem) => {
    expect(problemsOf(document)).toEqual([problem])
  })

  it('that grows beyond what is kept exactly is refused, its renewals and interim costs too', () => {
    const tooLarge =
      'monthlyFee | With these terms the fees would add up to more than a book can hold exactly.'
    const escalator = { rate: 0.02, everyMonths: 1, firstOn: '2027-02-01', carried: true }
    const renewals = [{ months: 600 }, { months: 600 }]
    expect(problemsOf({ ...deal, charges: [{ monthlyFee: 1e8, escalator }], renewals })).toEqual([tooLarge])
    const gap = { replacementMonths: 60, replacementPrice: 1e10, tranches: [{ gpus: 220_000 }] }
    const rights = { provider: { notice: 1 } }
    expect(problemsOf({ ...deal, end: '2047-01-01', ...gap, rights })).toEqual([tooLarge])
  })

  it('means what it gives: a right that is given is allowed, a fee without its basis is of that basis, a cap is an index’s', () => {
    const figures = (document: object) => {
      const answer = evaluate({ ...deal, charges: [{ monthlyFee: 100_00 }], ...document })
      if (!answer.ok) throw new Error(JSON.stringify(answer.error))
      return answer.value
    }
    // 31 days of January, and 50.00 for leaving.
    expect(figures({ rights: { buyer: { notice: 31, feeAmount: 50_00 } } }).buyerExit.committed).toBe(150_00)
    expect(figures({ rights: { buyer: { allowed: false, notice: 31 } } }).buyerExit.committed).toBe(1200_00)
    const capped = { monthlyFee: 100_00, escalator: { rate: 0.1, cap: 0.05, firstOn: '2027-07-01' } }
    expect(figures({ charges: [capped] }).totalContractValue).toBe(600_00 + 630_00)
    expect(Object.is(figures({ discountRate: -0 }).valuation.rate, 0)).toBe(true)
  })
})

describe('assumptions', () => {
  it.each([
    [null, 'assumptions | assumptions: an object is wanted here.'],
    [{ asof: '2027-02-01' }, 'asof | asof: there is no assumption of this name.'],
    [
      { valuedOn: '0001-01-01' },
      'valuedOn | valuedOn: a date such as 2026-11-20 is wanted here, from 1990-01-01 to 2150-01-01.',
    ],
    [{ timing: 'late' }, 'timing | timing: choose one of advance, middle, arrears.'],
    [
      { onDemandPrice: 2.5 },
      'onDemandPrice | onDemandPrice: a whole number of millionths, 0 or more, is wanted here.',
    ],
    [
      { baseline: { ...deal, currency: 'JPY' } },
      'baseline.currency | The baseline is in another currency, which is not converted.',
    ],
    [{ baseline: { start: '2027-01-01' } }, 'baseline.end | The baseline: end: this is missing.'],
  ])('are refused in words: %o', (assumptions, problem) => {
    expect(problemsOf(deal, assumptions)).toEqual([problem])
  })
})

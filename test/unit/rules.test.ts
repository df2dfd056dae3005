import { describe, expect, it } from 'vitest'
import type { RampTerm } from '../../shared/schema/charge.ts'
import type { DeliveryTerm } from '../../shared/schema/tranche.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { edited, oneDeal, refusal } from '../golden/sampleDeals.ts'

const book = oneDeal('2026-05-01', '2029-06-01', 100_00)

const off = (from: string, until: string, share = 500_000): RampTerm => ({
  from,
  until,
  basis: 'percentOff',
  share,
  fixedFee: null,
})
const delivered = (from: string, until: string): DeliveryTerm => ({ from, until, share: 500_000, gpus: null })

const ramp = (...steps: RampTerm[]) => ({ type: 'ramp.set', chargeId: 'deal/fee', steps }) as const
const delivery = (...steps: DeliveryTerm[]) =>
  ({ type: 'delivery.set', trancheId: 'deal/capacity', steps }) as const
const set = (changes: { start?: string; end?: string; signed?: string }) =>
  ({ type: 'deal.set', dealId: 'deal', changes }) as const

describe('a term is refused', () => {
  it('where it ends before it starts', () => {
    expect(refusal(book, set({ end: '2026-05-01' }))).toBe(
      'The term would end on 30 Apr 2026, before its start on 1 May 2026. The last day of service must not be before the first.',
    )
  })

  it('where it is longer than 75 years', () => {
    expect(refusal(book, set({ end: '2101-05-02' }))).toBe('A term has at most 900 months (75 years).')
    expect(edited(book, set({ end: '2101-05-01' })).deals['deal']!.end).toBe('2101-05-01')
  })

  it('where it is signed only after the last day of service', () => {
    expect(refusal(book, set({ signed: '2029-06-01' }))).toBe(
      'The signing date, 1 Jun 2029, would come after the last day of service.',
    )
  })

  it('but may be a single day', () => {
    expect(edited(book, set({ end: '2026-05-02' })).deals['deal']!.end).toBe('2026-05-02')
  })
})

describe('ramp steps are refused', () => {
  it('outside the term, before it and after it', () => {
    const sentence = 'lies outside the term, 1 May 2026 to 31 May 2029.'
    expect(refusal(book, ramp(off('2026-04-30', '2026-06-01')))).toBe(
      `The ramp step 30 Apr 2026 to 31 May 2026 ${sentence}`,
    )
    expect(refusal(book, ramp(off('2029-05-01', '2029-07-01')))).toBe(
      `The ramp step 1 May 2029 to 30 Jun 2029 ${sentence}`,
    )
  })

  it('where they overlap, in whatever order they are given', () => {
    const sentence = 'The ramp steps 1 May 2026 to 30 Jun 2026 and 30 Jun 2026 to 31 Jul 2026 overlap.'
    const [first, second] = [off('2026-05-01', '2026-07-01'), off('2026-06-30', '2026-08-01')]
    expect(refusal(book, ramp(first, second))).toBe(sentence)
    expect(refusal(book, ramp(second, first))).toBe(sentence)
  })

  it('where two begin on one day', () => {
    expect(refusal(book, ramp(off('2026-05-01', '2026-06-01'), off('2026-05-01', '2026-07-01')))).toMatch(
      /overlap\.$/,
    )
  })

  it('where one ends before it begins', () => {
    expect(refusal(book, ramp(off('2026-07-01', '2026-07-01')))).toBe(
      'A ramp step from 1 Jul 2026 cannot end before it, on 30 Jun 2026.',
    )
  })

  it('but may leave gaps, touch, and cover the whole term', () => {
    const gapped = edited(book, ramp(off('2026-09-01', '2026-10-01'), off('2026-05-01', '2026-06-01')))
    expect(dealTerms(gapped, 'deal').charges[0]!.ramp.map((step) => step.from)).toEqual([
      '2026-05-01',
      '2026-09-01',
    ])
    edited(book, ramp(off('2026-05-01', '2026-06-01'), off('2026-06-01', '2026-07-01')))
    edited(book, ramp(off('2026-05-01', '2029-06-01')))
  })
})

describe('delivery steps are refused', () => {
  it('on the same grounds', () => {
    expect(refusal(book, delivery(delivered('2026-04-01', '2026-06-01')))).toMatch(
      /^The delivery step .* lies outside the term/,
    )
    expect(
      refusal(book, delivery(delivered('2026-05-01', '2026-07-01'), delivered('2026-06-01', '2026-08-01'))),
    ).toMatch(/^The delivery steps .* overlap\.$/)
  })
})

describe('a term that moves', () => {
  const stepped = edited(
    book,
    ramp(off('2026-05-01', '2026-07-01'), off('2026-07-01', '2026-09-01', 250_000)),
    delivery(delivered('2026-05-01', '2026-07-01')),
  )
  const spans = (steps: readonly { from: string; until: string }[]) =>
    steps.map(({ from, until }) => [from, until])

  it('cuts the steps that now stick out before its start', () => {
    const { charges, tranches } = dealTerms(edited(stepped, set({ start: '2026-05-03' })), 'deal')
    const [steps, shares] = [charges[0]!.ramp, tranches[0]!.delivery]
    expect(spans(steps)).toEqual([
      ['2026-05-03', '2026-07-01'],
      ['2026-07-01', '2026-09-01'],
    ])
    expect(spans(shares)).toEqual([['2026-05-03', '2026-07-01']])
  })

  it('cuts the steps that now stick out after its end', () => {
    const steps = dealTerms(edited(stepped, set({ end: '2026-08-15' })), 'deal').charges[0]!.ramp
    expect(spans(steps)).toEqual([
      ['2026-05-01', '2026-07-01'],
      ['2026-07-01', '2026-08-15'],
    ])
  })

  it('is refused where a step would vanish', () => {
    expect(refusal(stepped, set({ start: '2026-07-01' }))).toBe(
      'The ramp step 1 May 2026 to 30 Jun 2026 lies outside the term, 1 Jul 2026 to 31 May 2029.',
    )
    expect(refusal(stepped, set({ end: '2026-06-01' }))).toMatch(
      /^The ramp step 1 Jul 2026 to 31 Aug 2026 lies/,
    )
  })
})

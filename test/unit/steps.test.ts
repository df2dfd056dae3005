import { describe, expect, it } from 'vitest'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { RampTerm } from '../../shared/schema/charge.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import {
  formatDelivery,
  formatRamp,
  formatSpan,
  nextSpan,
  parseDelivered,
  parseRampValue,
  parseStepLast,
  plainDelivery,
  plainRamp,
  rampValueInput,
  withBasis,
} from '../../shared/terms/steps.ts'
import { colossus, oneDeal, sample } from '../golden/sampleDeals.ts'

const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'billions' }
const months = { from: '2026-05-01', until: '2026-07-01' }
const off = (share: number): RampTerm => ({ ...months, basis: 'percentOff', share, fixedFee: null })
const ofStandard = (share: number): RampTerm => ({ ...off(share), basis: 'percentOfStandard' })
const fixed = (fixedFee: number): RampTerm => ({ ...months, basis: 'fixedFee', share: null, fixedFee })

describe('a span is written', () => {
  it.each([
    ['2026-05-01', '2026-06-01', 'May 2026'],
    ['2026-05-01', '2026-07-01', 'May to Jun 2026'],
    ['2026-11-01', '2027-02-01', 'Nov 2026 to Jan 2027'],
    ['2026-05-03', '2026-07-01', '3 May 2026 to 30 Jun 2026'],
    ['2026-05-01', '2026-06-16', '1 May 2026 to 15 Jun 2026'],
  ])('%s until %s as %s', (from, until, text) => {
    expect(formatSpan(from, until)).toBe(text)
  })
})

describe('a ramp step on another basis says the same', () => {
  const standard = 1_250_000_000_00

  it('40 % off is 60 % of the standard fee, or $750 M', () => {
    expect(withBasis(off(400_000), 'percentOfStandard', standard)).toEqual(ofStandard(600_000))
    expect(withBasis(off(400_000), 'fixedFee', standard)).toEqual(fixed(750_000_000_00))
    // Half of 25 cents, in the deal's own rounding.
    expect(withBasis(off(500_000), 'fixedFee', 25)).toEqual(fixed(13))
    expect(withBasis(off(500_000), 'fixedFee', 25, 'halfEven')).toEqual(fixed(12))
  })

  it('and back', () => {
    expect(withBasis(ofStandard(600_000), 'percentOff', standard)).toEqual(off(400_000))
    expect(withBasis(fixed(750_000_000_00), 'percentOff', standard)).toEqual(off(400_000))
    expect(withBasis(fixed(750_000_000_00), 'percentOfStandard', standard)).toEqual(ofStandard(600_000))
  })

  it('and where it cannot, what is nearest: a percentage takes off no more than all, and no less than nothing', () => {
    expect(withBasis(fixed(standard * 2), 'percentOff', standard)).toEqual(off(0))
    expect(withBasis(fixed(5), 'percentOff', 0)).toEqual(off(0))
  })

  it('and is itself on its own', () => {
    expect(withBasis(off(1), 'percentOff', standard)).toEqual(off(1))
  })
})

describe('the value of a ramp step', () => {
  it('is read back as its field holds it', () => {
    for (const step of [off(400_000), ofStandard(333_333), fixed(1_234_567_89)])
      expect(parseRampValue(rampValueInput(step, style), step, style)).toEqual({ ok: true, value: step })
  })

  it('as a discount is never over 100 % or below 0 %', () => {
    for (const text of ['150 %', '-10 %'])
      expect(parseRampValue(text, off(0), style)).toEqual({
        ok: false,
        problem: 'A discount lies between 0\u00a0% and 100\u00a0%.',
      })
  })

  it('as a share delivered is asked about where it is 0.5', () => {
    const share = parseDelivered('0.5', 'en-US')
    expect(share.ok ? '' : share.problem).toMatch(/Write it with the % sign/)
  })
})

describe('the last day of a step', () => {
  it('is typed inclusive and kept exclusive', () => {
    expect(parseStepLast('30 Jun 2026')).toEqual({ ok: true, value: '2026-07-01' })
    expect(parseStepLast('Jun 2026')).toEqual({ ok: true, value: '2026-07-01' })
  })
})

describe('the next step', () => {
  it('begins where the last ends, and lasts a month or to the end of the term', () => {
    const terms = dealTerms(oneDeal('2026-05-01', '2026-07-15', 1), 'deal')
    expect(nextSpan(terms, [])).toEqual({ ok: true, value: { from: '2026-05-01', until: '2026-06-01' } })
    expect(nextSpan(terms, [{ until: '2026-07-01' }])).toEqual({
      ok: true,
      value: { from: '2026-07-01', until: '2026-07-15' },
    })
    expect(nextSpan(terms, [{ until: '2026-07-15' }])).toEqual({
      ok: false,
      problem: 'The steps already reach the end of the term.',
    })
  })
})

describe('the steps of a deal in words', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  const terms = dealTerms(sample(), colossus)

  it('name their value and their months', () => {
    expect(plain(formatRamp(plainRamp(terms.charges[0]!), style))).toBe('50 % off, May to Jun 2026')
    expect(plain(formatDelivery(plainDelivery(terms.tranches[0]!), style))).toBe('50 %, May to Jun 2026')
    expect(plain(formatRamp([ofStandard(600_000), fixed(750_000_000_00)], style))).toBe(
      '60 % of standard, May to Jun 2026; $750 M, May to Jun 2026',
    )
  })

  it('say none where there are none', () => {
    expect([formatRamp([], style), formatDelivery([], style)]).toEqual(['none', 'in full from the start'])
  })
})

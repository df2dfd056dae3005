import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/command.ts'
import { dateOf, dayOf, monthsAfter } from '../../shared/days.ts'
import type { EscalatorTerm } from '../../shared/schema/charge.ts'
import { cents, edited, figuresOf, oneDeal, refusal, scheduleOfDeal, stretchesOf } from './sampleDeals.ts'
import anchors from './cases/deal-anchors.json'
import worked from './cases/deals.json'

const escalator = (changes: Partial<EscalatorTerm>): Command => ({
  type: 'escalator.set',
  chargeId: 'deal/fee',
  escalator: {
    kind: 'fixed',
    rate: 50_000,
    cap: null,
    floor: null,
    firstOn: '2028-01-01',
    everyMonths: 12,
    appliesTo: 'standard',
    decimals: null,
    carried: false,
    ...changes,
  },
})

describe('a fixed ramp fee and an escalator (dom-09)', () => {
  const { expected } = worked.find(({ id }) => id === 'dom-09-escalator-and-fixed-ramp')! as unknown as {
    expected: Record<'a' | 'b' | 'c', { tcv: string; headline: string }>
  }
  // 24 months from January 2027 at 10 M; 4 M for the first 18; 5 % each 12 months.
  const deal = edited(oneDeal('2027-01-01', '2029-01-01', 10_000_000_00), {
    type: 'ramp.set',
    chargeId: 'deal/fee',
    steps: [
      { from: '2027-01-01', until: '2028-07-01', basis: 'fixedFee', share: null, fixedFee: 4_000_000_00 },
    ],
  })

  it.each([
    ['the standard fee alone, from the start', expected.a, {}],
    ['the standard and the ramp’s fee', expected.b, { appliesTo: 'ramped' as const }],
    // A year after the ramp's end is after the term.
    ['the standard fee, its clock from the ramp’s end', expected.c, { firstOn: '2029-07-01' }],
  ])('%s', (_, { tcv, headline }, changes) => {
    const figures = figuresOf(edited(deal, escalator(changes)), 'deal')
    expect(figures.totalContractValue).toBe(cents(tcv))
    expect(figures.rampSavings.headline).toBe(cents(headline))
  })
})

describe('37 contract months with a ramp and 3 % a year, as LibreOffice computed them', () => {
  it.each(anchors.map((anchor) => [anchor.id, anchor] as const))(
    '%s',
    (_, { inputs, expected, tolerance }) => {
      const { firstInvoice, months, fullMonthlyPrice, ramp, escalatorPerYear, upfrontAtFirstInvoice } = inputs
      const after = (count: number) => dateOf(monthsAfter(dayOf(firstInvoice), count))
      const first = ramp[0]!.months
      const book = edited(
        oneDeal(firstInvoice, after(months), fullMonthlyPrice * 100),
        { type: 'deal.set', dealId: 'deal', changes: { billingMonths: 'contract', discountRate: 100_000 } },
        {
          type: 'ramp.set',
          chargeId: 'deal/fee',
          steps: ramp.map(({ months: length, fraction }, index) => ({
            from: after(index * first),
            until: after(index * first + length),
            basis: 'percentOfStandard',
            share: fraction * 1_000_000,
            fixedFee: null,
          })),
        },
        escalator({ rate: escalatorPerYear * 1_000_000, firstOn: after(12) }),
        {
          type: 'oneOffs.set',
          dealId: 'deal',
          items: [
            {
              label: 'Upfront',
              on: firstInvoice,
              kind: 'fee',
              amount: Math.round(upfrontAtFirstInvoice * 100),
            },
          ],
        },
      )
      const figures = figuresOf(book, 'deal')
      expect(figures.totalContractValue).toBe(Math.round(expected.tcv * 100))
      expect(figures.rampSavings.headline).toBe(Math.round(expected.rampSavings * 100))
      const presentValue = figures.presentValues.fees / 100
      expect(Math.abs(presentValue - expected.npvOfCostMonthlyAdvance)).toBeLessThan(
        tolerance.npvOfCostMonthlyAdvance,
      )

      // The market as a schedule of payments: each month's price falls from the last one's, rounded to cents.
      let price = inputs.marketMonthlyPrice * 100
      const market = Array.from({ length: months }, (_, month) => {
        if (month > 0) price = Math.round(price * (1 - inputs.marketDeclinePerMonth))
        return { label: 'Market', on: after(month), kind: 'fee' as const, amount: price }
      })
      const beside = edited(
        book,
        { type: 'deal.add', dealId: 'market', name: 'Market', start: firstInvoice, end: after(months) },
        { type: 'oneOffs.set', dealId: 'market', items: market },
        { type: 'settings.set', changes: { baselineId: 'market', discounting: 'actual365' } },
      )
      const [ours, theirs] = [figuresOf(beside, 'deal'), figuresOf(beside, 'market')]
      const saved = (theirs.presentValues.fees - ours.presentValues.cash) / 100
      expect(Math.abs(saved - expected.xnpvOfSavingsFlow)).toBeLessThan(tolerance.xnpvOfSavingsFlow)
      expect(ours.incrementalRate!.status).toBe('ok')
      expect(Math.abs(ours.incrementalRate!.rate! - expected.xirrOfSavingsFlow)).toBeLessThan(
        tolerance.xirrOfSavingsFlow,
      )
    },
  )
})

describe('an escalator', () => {
  const deal = oneDeal('2027-01-01', '2030-01-01', 100_00)
  const fees = (changes: Partial<EscalatorTerm>) => {
    const { days, prices } = scheduleOfDeal(edited(deal, escalator(changes)), 'deal').plan.series[0]!.prices
    return days.map((day, i) => [dateOf(day), prices[i]!])
  }

  it('compounds from the fee as rounded at the anniversary before', () => {
    // 3.33 % of 100.00 is 3.33; of 103.33 it is 3.440889, so 106.77.
    expect(fees({ rate: 33_300 })).toEqual([
      ['2027-01-01', 100_00],
      ['2028-01-01', 103_33],
      ['2029-01-01', 106_77],
    ])
  })

  it('that follows an index holds it between its floor and its cap', () => {
    const second = (changes: Partial<EscalatorTerm>) => fees({ kind: 'index', ...changes })[1]
    expect(second({ rate: 80_000, cap: 40_000 })).toEqual(['2028-01-01', 104_00])
    expect(second({ rate: 10_000, floor: 20_000, cap: 40_000 })).toEqual(['2028-01-01', 102_00])
    expect(second({ rate: 30_000, floor: 20_000, cap: 40_000 })).toEqual(['2028-01-01', 103_00])
    // A fixed rate knows no cap.
    expect(fees({ rate: 80_000, cap: 40_000 })[1]).toEqual(['2028-01-01', 108_00])
  })

  it('splits a month where its anniversary falls within it', () => {
    const book = edited(
      oneDeal('2027-06-01', '2027-07-01', 30_00),
      escalator({ rate: 100_000, firstOn: '2027-06-16' }),
    )
    // Fifteen days at 30.00 and fifteen at 33.00.
    const lines = stretchesOf(scheduleOfDeal(book, 'deal'))
    expect(lines.map(({ payable, escalation }) => [payable, escalation])).toEqual([
      [15_00, 0],
      [16_50, 1_50],
    ])
  })

  /** Another deal at the fee of the first day, of 60.00 in January 2028. */
  const besideIt: Command[] = [
    { type: 'deal.duplicate', from: 'deal', dealId: 'other', name: 'Other' },
    { type: 'escalator.set', chargeId: 'other/fee', escalator: null },
    {
      type: 'ramp.set',
      chargeId: 'other/fee',
      steps: [{ from: '2028-01-01', until: '2028-02-01', basis: 'fixedFee', share: null, fixedFee: 60_00 }],
    },
  ]

  it('raises the closing run rate, and the baseline’s fee that savings are measured on', () => {
    expect(figuresOf(edited(deal, escalator({ rate: 100_000 })), 'deal').exitRunRate).toBe(121_00 * 12)
    const book = edited(deal, escalator({ rate: 100_000 }), ...besideIt)
    // In January 2028 the baseline asks 110.00.
    expect(figuresOf(book, 'other').rampSavings.onBaselineStandard).toBe(50_00)
  })

  it('raises the baseline’s fee within a month of another deal’s ramp, on its day', () => {
    const book = edited(deal, escalator({ rate: 100_000, firstOn: '2028-01-16' }), ...besideIt)
    // 15 of 31 days at 100.00 and 16 at 110.00 are 105.16, less 60.00.
    expect(figuresOf(book, 'other').rampSavings.onBaselineStandard).toBe(45_16)
  })

  it('as a second tranche of it does, on the day it comes', () => {
    const book = edited(
      oneDeal('2027-06-01', '2027-09-01', 0),
      { type: 'deal.duplicate', from: 'deal', dealId: 'other', name: 'Other' },
      { type: 'charge.set', chargeId: 'other/fee', changes: { monthlyFee: 1000_00 } },
      {
        type: 'ramp.set',
        chargeId: 'other/fee',
        steps: [{ from: '2027-06-01', until: '2027-07-01', basis: 'fixedFee', share: null, fixedFee: 0 }],
      },
      { type: 'tranche.set', trancheId: 'deal/capacity', changes: { gpus: 100 } },
      { type: 'tranche.add', dealId: 'deal', label: 'Second' },
      { type: 'tranche.set', trancheId: 'deal/tranche-2', changes: { gpus: 300, from: '2027-06-11' } },
      { type: 'charge.set', chargeId: 'deal/fee', changes: { basis: 'perGpu', unitPrice: 9_000_000 } },
    )
    // June at 9.00 a GPU: 100 for all of it, 900.00, and 300 for 20 of its 30 days, 1,800.00.
    expect(figuresOf(book, 'other').rampSavings.onBaselineStandard).toBe(2_700_00)
  })

  it('is refused where it makes no sense', () => {
    expect(refusal(deal, escalator({ firstOn: '2027-01-01' }))).toMatch(
      /must come after the start on 1 Jan 2027/,
    )
    expect(refusal(deal, escalator({ kind: 'index', cap: 10_000, floor: 20_000 }))).toMatch(/below its floor/)
    const dear = oneDeal('2027-01-01', '2087-01-01', 10 ** 12)
    expect(refusal(dear, escalator({ rate: 1_000_000, everyMonths: 1 }))).toMatch(/beyond the largest/)
  })

  it('goes with its deal: copied, and removed', () => {
    const copied = edited(deal, escalator({}), {
      type: 'deal.duplicate',
      from: 'deal',
      dealId: 'copy',
      name: 'Copy',
    })
    expect(figuresOf(copied, 'copy').totalContractValue).toBe(figuresOf(copied, 'deal').totalContractValue)
    const left = edited(copied, { type: 'deal.remove', dealId: 'deal' })
    expect(Object.keys(left.escalators)).toEqual(['copy/fee/escalator'])
  })
})

import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/command.ts'
import { dateOf } from '../../shared/days.ts'
import type { TerminationFeeTerm, TerminationRight } from '../../shared/schema/termination.ts'
import { cents, edited, figuresOf, oneDeal, refusal } from './sampleDeals.ts'
import worked from './cases/deals.json'

const right = (changes: Partial<TerminationRight>): Command => ({
  type: 'right.set',
  rightId: 'deal/buyer',
  changes: { allowed: true, ...changes },
})
const fees = (...steps: TerminationFeeTerm[]): Command => ({
  type: 'terminationFees.set',
  rightId: 'deal/buyer',
  steps,
})
const asOf = (date: string): Command => ({ type: 'settings.set', changes: { asOf: date } })

describe('a fee for leaving that steps down (dom-15)', () => {
  const { expected } = worked.find(({ id }) => id === 'dom-15-waiting-is-cheaper')! as unknown as {
    expected: Record<'exitCostIfNoticeNow' | 'leastObligation' | 'bestNoticeDate' | 'exit', string>
  }
  const figures = (...commands: Command[]) =>
    figuresOf(
      edited(
        oneDeal('2027-01-01', '2030-01-01', 10_000_000_00),
        asOf('2027-11-01'),
        right({ notice: 30, feeBasis: 'byDate' }),
        fees(
          { from: '2027-01-01', until: '2028-01-01', amount: 120_000_000_00 },
          { from: '2028-01-01', until: '2030-01-01', amount: 20_000_000_00 },
        ),
        ...commands,
      ),
      'deal',
    )

  it('costs 130 M now and 40 M for a notice on 2 December', () => {
    const { buyerExit, leastObligation } = figures()
    expect(buyerExit.committed).toBe(cents(expected.exitCostIfNoticeNow))
    expect(leastObligation.amount).toBe(cents(expected.leastObligation))
    expect(dateOf(leastObligation.noticeOn!)).toBe(expected.bestNoticeDate)
    expect(dateOf(leastObligation.serviceEnds)).toBe(expected.exit)
  })

  it('costs less with a longer notice: the fee depends on the date', () => {
    // 61 days from 1 November: 1 January 2028.
    expect(figures(right({ notice: 61 })).buyerExit.committed).toBe(40_000_000_00)
  })
})

describe('a fee for leaving', () => {
  // 24 months of 100.00; 30 days from 1 January 2028 end on 31 January, of whose month 30/31 are owed: 96.77.
  const deal = oneDeal('2027-01-01', '2029-01-01', 100_00)
  const exit = (changes: Partial<TerminationRight>, ...commands: Command[]) =>
    figuresOf(edited(deal, ...commands, asOf('2028-01-01'), right({ notice: 30, ...changes })), 'deal')

  it('is none unless it is said', () => {
    const { buyerExit, leastObligation } = exit({ feeAmount: 5_00, feeMonths: 3, feeShare: 500_000 })
    expect([buyerExit.committed, buyerExit.terminationFee]).toEqual([96_77, 0])
    expect([leastObligation.amount, dateOf(leastObligation.noticeOn!)]).toEqual([96_77, '2028-01-01'])
  })

  it('is an amount, in the exit cost and out of what is at risk', () => {
    const { buyerExit } = exit({ feeBasis: 'fixed', feeAmount: 200_00 })
    expect([buyerExit.serviceFees, buyerExit.terminationFee, buyerExit.committed]).toEqual([
      96_77, 200_00, 296_77,
    ])
    // 12 months remain.
    expect([buyerExit.remaining, buyerExit.atRisk]).toEqual([1200_00, 903_23])
  })

  it('is so many monthly fees, at the rate of the last day served', () => {
    const half: Command = {
      type: 'ramp.set',
      chargeId: 'deal/fee',
      steps: [
        { from: '2028-01-01', until: '2028-04-01', basis: 'percentOff', share: 500_000, fixedFee: null },
      ],
    }
    expect(exit({ feeBasis: 'months', feeMonths: 3 }, half).buyerExit.terminationFee).toBe(150_00)
    expect(exit({ feeBasis: 'months', feeMonths: 3 }).buyerExit.terminationFee).toBe(300_00)
  })

  it('is a share of what remains after the last day served', () => {
    // 1,200.00 - 96.77 = 1,103.23; a quarter is 275.8075.
    expect(exit({ feeBasis: 'share', feeShare: 250_000 }).buyerExit.terminationFee).toBe(275_81)
  })

  it('is nothing where the term ends first', () => {
    const { buyerExit } = exit({ feeBasis: 'fixed', feeAmount: 200_00, notice: 400 })
    expect([buyerExit.termEndsFirst, buyerExit.terminationFee, buyerExit.committed]).toEqual([
      true,
      0,
      1200_00,
    ])
  })

  it('can make leaving dearer than staying, and then the least is to stay', () => {
    const { buyerExit, leastObligation } = exit({ feeBasis: 'fixed', feeAmount: 5000_00 })
    expect(buyerExit.atRisk).toBe(1200_00 - 5096_77)
    expect([leastObligation.amount, leastObligation.noticeOn]).toEqual([1200_00, null])
  })

  it('falls with the rate it is counted in, so that waiting for the ramp is cheaper', () => {
    const { leastObligation } = exit(
      { feeBasis: 'months', feeMonths: 12, notice: 0 },
      {
        type: 'ramp.set',
        chargeId: 'deal/fee',
        steps: [
          { from: '2028-03-01', until: '2029-01-01', basis: 'percentOff', share: 900_000, fixedFee: null },
        ],
      },
    )
    // Two months of 100.00 and a day of 1/31 of 10.00, then 12 fees of 10.00; leaving now costs 1,200.00, staying 300.00.
    expect(leastObligation.amount).toBe(300_00)
    expect(leastObligation.noticeOn).toBeNull()
  })

  it('is in the commitment at signing', () => {
    const book = edited(
      deal,
      { type: 'deal.set', dealId: 'deal', changes: { signed: '2027-01-01' } },
      right({
        notice: 31,
        feeBasis: 'fixed',
        feeAmount: 7_00,
      }),
    )
    expect(figuresOf(book, 'deal').commitmentAtSigning).toBe(107_00)
  })

  it('by date is refused outside the term and where dates overlap', () => {
    expect(refusal(deal, fees({ from: '2026-01-01', until: '2028-01-01', amount: 1 }))).toMatch(
      /termination fee step .* lies outside the term/,
    )
    expect(
      refusal(
        deal,
        fees(
          { from: '2027-01-01', until: '2028-01-01', amount: 1 },
          { from: '2027-06-01', until: '2028-06-01', amount: 1 },
        ),
      ),
    ).toMatch(/termination fee steps .* overlap/)
  })
})

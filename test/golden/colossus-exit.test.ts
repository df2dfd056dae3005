import { describe, expect, it } from 'vitest'
import { dateOf } from '../../shared/days.ts'
import type { Command } from '../../shared/commands/command.ts'
import type { TerminationRight } from '../../shared/schema/termination.ts'
import { colossus, figuresOf, sample } from './sampleDeals.ts'

const asOf = (date: string): Command => ({ type: 'settings.set', changes: { asOf: date } })

const buyerRight = (changes: Partial<TerminationRight>): Command => ({
  type: 'right.set',
  rightId: `${colossus}/buyer`,
  changes,
})

const exitOn = (date: string, ...commands: Command[]) =>
  figuresOf(sample(asOf(date), ...commands), colossus).buyerExit

const commitment = (...commands: Command[]) => figuresOf(sample(...commands), colossus).commitmentAtSigning

describe('leaving the Colossus lease', () => {
  // Lock-out through 31 Jul 2026 barring notice, 90 days, the day of notice counts. Months cost $1.25 B.
  it.each([
    // May and June 0.625 each, July to September, 29/31 of October.
    ['2026-05-01', '2026-10-29', 6_169_354_838_71, 45_000_000_000_00],
    ['2026-07-01', '2026-10-29', 4_919_354_838_71, 43_750_000_000_00],
    ['2026-08-01', '2026-10-29', 3_669_354_838_71, 42_500_000_000_00],
    // 11/30 of November 458,333,333.33, December, January, 17/28 of February 758,928,571.43; 30 months remain after.
    ['2026-11-20', '2027-02-17', 3_717_261_904_76, 37_958_333_333_33],
    // January to March.
    ['2027-01-01', '2027-03-31', 3_750_000_000_00, 36_250_000_000_00],
    ['2029-01-01', '2029-03-31', 3_750_000_000_00, 6_250_000_000_00],
    // Notice until 12 Jun 2029: the term ends first. 17/31 of March, April, May.
    ['2029-03-15', '2029-05-31', 3_185_483_870_97, 3_185_483_870_97],
    ['2029-04-01', '2029-05-31', 2_500_000_000_00, 2_500_000_000_00],
  ])('with notice on %s serves through %s', (date, lastDay, committed, remaining) => {
    const exit = exitOn(date)
    expect(exit.status).toBe('open')
    expect(dateOf(exit.serviceEnds - 1)).toBe(lastDay)
    expect(exit.committed).toBe(committed)
    expect(exit.remaining).toBe(remaining)
    expect(exit.atRisk).toBe(remaining - committed)
  })

  it('counts a notice given during lock-out from its end', () => {
    expect(dateOf(exitOn('2026-06-15').noticeOn)).toBe('2026-08-01')
    expect(dateOf(exitOn('2026-06-15').serviceEnds)).toBe('2026-10-30')
  })

  it('knows that a late notice is overtaken by the end of the term', () => {
    expect(exitOn('2029-03-15').termEndsFirst).toBe(true)
    // 90 days from 3 Mar 2029 end with 31 May 2029: the notice is just in time.
    expect(exitOn('2029-03-03').termEndsFirst).toBe(false)
    expect(dateOf(exitOn('2029-03-03').serviceEnds - 1)).toBe('2029-05-31')
  })

  it('commits all that remains where there is no right to leave', () => {
    const exit = exitOn('2026-11-20', buyerRight({ allowed: false }))
    expect(exit.status).toBe('none')
    expect(exit.committed).toBe(37_958_333_333_33)
    expect(exit.atRisk).toBe(0)
  })

  it('costs nothing once the term is over', () => {
    const exit = exitOn('2029-06-01')
    expect(exit.status).toBe('ended')
    expect([exit.committed, exit.remaining, exit.atRisk]).toEqual([0, 0, 0])
  })

  it('gives the buyer capacity for as long as the provider must serve', () => {
    const { providerExit } = figuresOf(sample(asOf('2026-11-20')), colossus)
    expect(dateOf(providerExit.serviceEnds - 1)).toBe('2027-02-17')
  })
})

describe('the ways of counting a notice given on 1 August 2026 (dom-03)', () => {
  it.each([
    ['90 days, the day counts', {}, '2026-10-30', 3_669_354_838_71],
    ['90 days, the day does not count', { dayOfNoticeCounts: false }, '2026-10-31', 3_709_677_419_35],
    ['3 months', { notice: 3, noticeUnit: 'months' }, '2026-11-01', 3_750_000_000_00],
  ] as const)('%s', (_, counting, end, owed) => {
    const exit = exitOn('2026-08-01', buyerRight({ ...counting, lockOutUntil: null }))
    expect(dateOf(exit.serviceEnds)).toBe(end)
    expect(exit.committed).toBe(owed)
  })
})

describe('the commitment at signing', () => {
  it('is $6.169 B where the lock-out bars giving notice', () => {
    expect(commitment()).toBe(6_169_354_838_71)
  })

  it('is $2.5 B without lock-out: notice on 3 May ends on 1 August', () => {
    expect(commitment(buyerRight({ lockOutUntil: null }))).toBe(2_500_000_000_00)
  })

  it('is $2.5 B where the lock-out bars only service ending', () => {
    expect(commitment(buyerRight({ lockOutBars: 'end' }))).toBe(2_500_000_000_00)
  })

  it('is $6.25 B where the three months run from 3 May: notice on 3 August ends on 1 November', () => {
    expect(commitment(buyerRight({ lockOutUntil: '2026-08-03' }))).toBe(6_250_000_000_00)
  })

  it('is not known without a signing date', () => {
    expect(commitment({ type: 'deal.set', dealId: colossus, changes: { signed: null } })).toBeNull()
  })

  it('is counted from signing, where that is after the start (dom-01)', () => {
    // 2.5 B less 2/31 of May's 625 M.
    const exit = exitOn('2026-05-03', buyerRight({ lockOutUntil: null }))
    expect(dateOf(exit.serviceEnds)).toBe('2026-08-01')
    expect(exit.committed).toBe(2_459_677_419_35)
  })

  it('takes no notice before the contract exists (dom-01)', () => {
    // Notice on 1 May would end on 30 July, two days before the contract allows.
    const exit = exitOn('2026-05-01', buyerRight({ lockOutUntil: null }))
    expect(dateOf(exit.noticeOn)).toBe('2026-05-03')
    expect(exit.committed).toBe(2_500_000_000_00)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/command.ts'
import { dateOf } from '../../shared/days.ts'
import { costOfService, sumOfKinds } from '../../shared/engine/costKinds.ts'
import { deliveredMonths } from '../../shared/engine/deliveredMonths.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import type { DealFigures } from '../../shared/engine/figures.ts'
import type { Settings } from '../../shared/schema/book.ts'
import type { TerminationRight } from '../../shared/schema/termination.ts'
import { discountings, timings, valuations } from '../../shared/schema/vocabulary.ts'
import { colossus, figuresOf, sample, secondLease } from './sampleDeals.ts'
import { type CalculatedLeases, calculatedLeases, centsIn, numberIn } from './workbook/calculatedLeases.ts'
import { type AskedExit, askedExits, type LeaseName, leaseNames } from './workbook/leases.ts'
import { soffice } from './workbook/libreOffice.ts'

/**
 * The sample's leases calculated twice: by LibreOffice from a workbook of plain formulas, and by this program. Amounts
 * agree to the cent, dates to the day, present values to within a cent.
 */

const mustRun = process.env['OFFTAKE_ALL_ENGINES'] === '1'
const advice = 'Workbook tests: install libreoffice-calc, which brings soffice'
if (soffice === undefined) console.log(`\n!!! ${mustRun ? 'FAILED' : 'SKIPPED'} ${advice} !!!\n`)

const dealOf: Readonly<Record<LeaseName, string>> = { colossus, second: secondLease, from3May: colossus }

const readings: Readonly<Record<LeaseName, readonly Command[]>> = {
  colossus: [],
  second: [],
  from3May: [{ type: 'deal.set', dealId: colossus, changes: { start: '2026-05-03' } }],
}

const engine = (lease: LeaseName, ...commands: Command[]): DealFigures =>
  figuresOf(sample(...readings[lease], ...commands), dealOf[lease])

const settings = (changes: Partial<Omit<Settings, 'id' | 'currency'>>): Command => ({
  type: 'settings.set',
  changes,
})

/** Doubles that differ in the fifteen digits of a cell only by the order of their sums. */
const expectSame = (ours: number | null, theirs: number) =>
  expect(Math.abs(ours! / theirs - 1)).toBeLessThan(1e-11)

const expectWithinACent = (ours: number, theirs: number) =>
  expect(Math.abs(ours - theirs * 100)).toBeLessThanOrEqual(1)

const lockOuts: Readonly<Record<AskedExit['reading'], Partial<TerminationRight>>> = {
  asSigned: {},
  noLockOut: { lockOutUntil: null },
  barsEnd: { lockOutBars: 'end' },
  threeMonthsFromSigning: { lockOutUntil: '2026-08-03' },
}

const wholeMonths = ['colossus', 'second'] as const

describe.skipIf(soffice === undefined && !mustRun)('a workbook of the sample’s leases', () => {
  let workbook: CalculatedLeases
  const figure = (name: string, lease: LeaseName) => numberIn(workbook.figure(name, lease))

  beforeAll(() => {
    if (soffice === undefined) throw new Error(advice)
    workbook = calculatedLeases(soffice)
  }, 90_000)

  describe.each(leaseNames)('%s', (lease) => {
    it('has every day of the term in its months', () => {
      expect(figure('daysMissing', lease)).toBe(0)
    })

    it('agrees on each month’s fee, the cost so far, and the share delivered', () => {
      const schedule = scheduleOf(engine(lease).terms)
      const delivered = deliveredMonths(schedule)
      const ours = [...costOfService(schedule)].map(([month, amounts]) => ({
        month: dateOf(month),
        fee: sumOfKinds(amounts),
        share: delivered.get(month)!.share,
      }))
      const served = workbook.months(lease).filter(({ days }) => numberIn(days) > 0)
      expect(ours).toEqual(
        served.map(({ month, payable, delivered }) => ({
          month,
          fee: centsIn(payable),
          share: numberIn(delivered),
        })),
      )
      let cost = 0
      const soFar = ours.map(({ fee }) => (cost += fee))
      expect(soFar).toEqual(served.map(({ cumulative }) => centsIn(cumulative)))
    })

    it('agrees on the total and on what the ramp saves', () => {
      const { totalContractValue, firstTwelveMonths, exitRunRate, rampSavings } = engine(lease)
      const { headline, likeForLike } = rampSavings
      expect({ totalContractValue, firstTwelveMonths, exitRunRate, headline, likeForLike }).toEqual({
        totalContractValue: centsIn(workbook.figure('totalContractValue', lease)),
        firstTwelveMonths: centsIn(workbook.figure('firstTwelveMonths', lease)),
        exitRunRate: centsIn(workbook.figure('exitRunRate', lease)),
        headline: centsIn(workbook.figure('savings headline', lease)),
        likeForLike: centsIn(workbook.figure('savings likeForLike', lease)),
      })
    })

    it('agrees on months, averages and unit prices', () => {
      const ours = engine(lease)
      expectSame(ours.months, figure('months', lease))
      for (const name of ['averageAnnualValue', 'effectiveMonthly'] as const)
        expectSame(ours[name], figure(name, lease) * 100)
      const { perGpuHour, perDeliveredMegawattMonth, perMegawattMonth } = ours.unitPrices
      expectSame(perGpuHour, figure('pricePerGpuHour', lease) * 100)
      const byPower = [
        ['effectivePerMegawattMonth', perDeliveredMegawattMonth],
        ['pricePerMegawattMonth', perMegawattMonth],
      ] as const
      for (const [name, price] of byPower)
        if (lease === 'second') expect([price, workbook.figure(name, lease)]).toEqual([null, ''])
        else expectSame(price, figure(name, lease) * 100)
    })
  })

  const compoundings = wholeMonths.flatMap((lease) =>
    discountings.map((discounting) => [lease, discounting] as const),
  )
  const conventions = compoundings.flatMap(([lease, discounting]) =>
    timings
      .filter((timing) => discounting !== 'actual365' || timing === 'advance')
      .flatMap((timing) => valuations.map((valuation) => [lease, valuation, discounting, timing] as const)),
  )

  it.each(conventions)('agrees on the present value: %s, %s, %s, %s', (lease, valuation, ...convention) => {
    const [discounting, timing] = convention
    const { fees } = engine(
      lease,
      settings({ valuation, discounting, timing, asOf: '2026-11-20' }),
    ).presentValues
    const of = valuation === 'asOf' ? 'presentValue asOf' : 'presentValue'
    expectWithinACent(fees, figure(`${of} ${discounting} ${timing}`, lease))
  })

  it.each(compoundings)('agrees on the level fee of the same present value: %s, %s', (lease, discounting) => {
    const { monthlyRate } = engine(lease, settings({ discounting })).presentValues
    expectWithinACent(monthlyRate!, figure(`presentValueRate ${discounting}`, lease))
  })

  it.each(wholeMonths)('agrees on the levelised price of a GPU-hour: %s', (lease) => {
    expectSame(
      engine(lease).presentValues.levelisedPerGpuHour,
      figure('levelisedPricePerGpuHour', lease) * 100,
    )
  })

  const exits = askedExits.map(
    ({ lease, noticeOn, reading }, index) => [lease, noticeOn, reading, index] as const,
  )

  it.each(exits)('agrees on the exit: %s, notice on %s, %s', (lease, noticeOn, reading, index) => {
    const { buyerExit, providerExit, commitmentAtSigning, terms } = engine(
      lease,
      settings({ asOf: noticeOn }),
      ...(['buyer', 'provider'] as const).map((party): Command => ({
        type: 'right.set',
        rightId: `${dealOf[lease]}/${party}`,
        changes: lockOuts[reading],
      })),
    )
    const theirs = workbook.exits[index]!
    expect([theirs['lease'], theirs['reading'], theirs['noticeOn']]).toEqual([lease, reading, noticeOn])
    for (const exit of [buyerExit, providerExit])
      expect({
        notice: dateOf(exit.noticeOn),
        lastDayServed: dateOf(exit.serviceEnds - 1),
        termEndsFirst: exit.termEndsFirst,
        committed: exit.committed,
        remaining: exit.remaining,
        atRisk: exit.atRisk,
      }).toEqual({
        notice: theirs['notice'],
        lastDayServed: theirs['lastDayServed'],
        termEndsFirst: theirs['termEndsFirst'] === '1',
        committed: centsIn(theirs['committed']),
        remaining: centsIn(theirs['remaining']),
        atRisk: centsIn(theirs['atRisk']),
      })
    if (noticeOn === terms.deal.signed) expect(commitmentAtSigning).toBe(centsIn(theirs['fromStart']))
  })
})

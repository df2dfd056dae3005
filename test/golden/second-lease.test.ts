import { describe, expect, it } from 'vitest'
import { dateOf } from '../../shared/days.ts'
import { evaluated } from './jsonDeals.ts'
import { edited, figuresOf, sample, secondLease } from './sampleDeals.ts'

describe('the second Colossus lease', () => {
  const figures = figuresOf(sample(), secondLease)

  it('runs 33 months, October 2026 through June 2029', () => {
    expect(figures.months).toBeCloseTo(33, 9)
  })

  it('is worth $30.36 B: 33 * $920 M', () => {
    expect(figures.totalContractValue).toBe(30_360_000_000_00)
  })

  it('commits $5.52 B: October 2026 through March 2027, 6 * $920 M', () => {
    expect(figures.commitmentAtSigning).toBe(5_520_000_000_00)
  })

  it('owes as much for a notice today, as of 20 November 2026, since the lock-out bars notice through December', () => {
    expect(dateOf(figures.buyerExit.noticeOn)).toBe('2027-01-01')
    expect(dateOf(figures.buyerExit.serviceEnds - 1)).toBe('2027-03-31')
    // 11/30 of November's $920 M = 337,333,333.33, then four months.
    expect(figures.buyerExit.committed).toBe(4_017_333_333_33)
  })

  it('states no power, and so has no price per megawatt', () => {
    expect([figures.unitPrices.perMegawattMonth, figures.unitPrices.perDeliveredMegawattMonth]).toEqual([
      null,
      null,
    ])
  })
})

describe('the remedy for late delivery', () => {
  // $920 M per month for 33 months from October 2026, with 88,000 of 110,000 GPUs delivered: a share of 0.8. The long-stop
  // date is 30 September with one month of grace, so the fee is pro rata from 1 November on.
  const eighty = [{ from: '2026-10-01', until: '2029-07-01', gpus: 88_000 }]
  const lease = (tranche: object, charge: object = {}, terms: object = {}) => ({
    start: '2026-10-01',
    end: '2029-07-01',
    signed: '2026-06-05',
    tranches: [
      {
        gpus: 110_000,
        longStop: '2026-09-30',
        graceMonths: 1,
        remedy: 'acceptFewer',
        delivery: eighty,
        ...tranche,
      },
    ],
    charges: [{ monthlyFee: 920_000_000_00, ...charge }],
    ...terms,
  })

  it.each(['acceptFewer', 'either'])('is a fee pro rata to what is delivered: %s', (remedy) => {
    const { totalContractValue, rampSavings, exitRunRate, keyDates } = evaluated(lease({ remedy }))
    // 0.92 + 32 x 0.736 = 24.472 billion: a change of scope, which no ramp saves.
    expect(totalContractValue).toBe(24_472_000_000_00)
    expect(rampSavings.headline).toBe(0)
    // October is paid in full for 80 %: 0.184 more than like for like.
    expect(rampSavings.likeForLike).toBe(-184_000_000_00)
    expect(exitRunRate).toBe(12 * 736_000_000_00)
    expect(
      keyDates
        .filter(({ kind }) => ['longStop', 'graceEnd', 'feeReduced'].includes(kind))
        .map(({ on, kind }) => [on, kind]),
    ).toEqual([
      ['2026-09-30', 'longStop'],
      ['2026-10-31', 'graceEnd'],
      ['2026-11-01', 'feeReduced'],
    ])
  })

  it('shows on the sample’s lease, which leaves the buyer the choice', () => {
    const late = edited(sample(), {
      type: 'delivery.set',
      trancheId: `${secondLease}/capacity`,
      steps: [{ from: '2026-10-01', until: '2029-07-01', share: null, gpus: 88_000 }],
    })
    const figures = figuresOf(late, secondLease)
    expect([figures.totalContractValue, figures.rampSavings.headline]).toEqual([24_472_000_000_00, 0])
    // October in full, and five months at 0.736.
    expect(figures.commitmentAtSigning).toBe(4_600_000_000_00)
  })

  it.each(['none', 'terminate'])('leaves the fee where it is another: %s', (remedy) => {
    expect(evaluated(lease({ remedy })).totalContractValue).toBe(30_360_000_000_00)
  })

  it('leaves the fee where nothing is late, or no long-stop date is agreed', () => {
    expect(evaluated(lease({ delivery: [] })).totalContractValue).toBe(30_360_000_000_00)
    expect(evaluated(lease({ longStop: null })).totalContractValue).toBe(30_360_000_000_00)
  })

  it('ends with the delivery', () => {
    // Delivered in full from 16 December on: 30.36 - 0.184 for November - 0.184 x 15/31 for December.
    const delivery = [{ ...eighty[0]!, until: '2026-12-16' }]
    expect(evaluated(lease({ delivery })).totalContractValue).toBe(30_086_967_741_94)
  })

  it('is pro rata from the first day where the charge is pro rata to delivered capacity', () => {
    const ramp = [{ from: '2026-10-01', until: '2029-07-01', basis: 'proRata' }]
    // 33 x 0.736.
    expect(evaluated(lease({}, { ramp })).totalContractValue).toBe(24_288_000_000_00)
  })

  it('reduces the discounted and the fixed fee of a ramp, too', () => {
    const half = [{ from: '2026-10-01', until: '2026-12-01', basis: 'percentOff', share: 0.5 }]
    const { totalContractValue, rampSavings } = evaluated(lease({}, { ramp: half }))
    // October 0.46, November 0.368, then 31 x 0.736; saved 0.46 + 0.368.
    expect([totalContractValue, rampSavings.headline]).toEqual([23_644_000_000_00, 828_000_000_00])
    const fixed = [{ from: '2026-10-01', until: '2026-12-01', basis: 'fixedFee', fixedFee: 100_000_000_00 }]
    // October 0.1, November 0.08.
    expect(evaluated(lease({}, { ramp: fixed })).totalContractValue).toBe(22_996_000_000_00)
  })

  it('counts the tranches of a fee for all of them, by GPUs, or by power where none are stated', () => {
    const late = { longStop: '2026-09-30', graceMonths: 1, remedy: 'acceptFewer' }
    const halves = (size: object) =>
      lease(
        {},
        {},
        {
          tranches: [size, { ...size, ...late, delivery: [{ ...eighty[0]!, gpus: undefined, share: 0.6 }] }],
        },
      )
    // One half in full and one at 60 %: 80 % together, from 1 November.
    expect(evaluated(halves({ gpus: 55_000 })).totalContractValue).toBe(24_472_000_000_00)
    expect(evaluated(halves({ kilowatts: 75_000 })).totalContractValue).toBe(24_472_000_000_00)
  })

  it('is for its own tranche where the charge is', () => {
    // 110,000 GPUs late and 10,000 in full, each at $100 per GPU and month: 12 M in October, then 8.8 M and 1 M.
    const tranches = [...lease({}).tranches, { gpus: 10_000 }]
    const deal = { ...lease({}), tranches, charges: [{ basis: 'perGpu', unitPrice: 100_000_000 }] }
    expect(evaluated(deal).totalContractValue).toBe(12_000_000_00 + 32 * 9_800_000_00)
  })
})

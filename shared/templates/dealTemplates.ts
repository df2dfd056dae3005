import { type CivilDate, dateOf, dayOf, monthsAfter } from '../days.ts'
import type { DealDocument } from '../document/dealDocument.ts'

/** What a template is filled in with: the term, and what a minor unit is. */
interface Blank {
  start: CivilDate
  /** Exclusive. */
  end: CivilDate
  currency: string
  /** Decimals of the currency. */
  digits: number
  /** 0.1 for 10 % a year. */
  discountRate: number
}

export interface DealTemplate {
  id: 'ramped' | 'prepaid' | 'takeOrPay' | 'colocation'
  document(blank: Blank): DealDocument
}

const millions = ({ digits }: Blank, count: number): number => count * 10 ** (digits + 6)
const monthsFrom = (date: CivilDate, count: number): CivilDate => dateOf(monthsAfter(dayOf(date), count))
const notice90 = { allowed: true, notice: 90, noticeUnit: 'days' } as const

const common = ({ start, end, currency, discountRate }: Blank) => ({ start, end, currency, discountRate })

/** Common shapes of a deal, with round numbers in place of an offer’s. */
export const dealTemplates: readonly DealTemplate[] = [
  {
    // Half the fee in the first two months, while half of the capacity is there; either side may leave on 90 days’ notice.
    id: 'ramped',
    document: (blank) => {
      const span = { from: blank.start, until: earlier(monthsFrom(blank.start, 2), blank.end) }
      return {
        ...common(blank),
        name: 'Ramped lease',
        tranches: [{ kilowatts: 100_000, gpus: 70_000, delivery: [{ ...span, share: 0.5 }] }],
        charges: [{ monthlyFee: millions(blank, 400), ramp: [{ ...span, basis: 'percentOff', share: 0.5 }] }],
        rights: { buyer: notice90, provider: notice90 },
      }
    },
  },
  {
    // A fifth of the value is paid ahead and credited over the second year, or the last of a shorter term; neither side may leave.
    id: 'prepaid',
    document: (blank) => {
      const months = wholeMonths(blank)
      const creditMonths = Math.min(12, months)
      const creditFrom = Math.min(13, months - creditMonths + 1)
      const prepaid = {
        kind: 'prepayment',
        share: 0.2,
        paidOn: blank.start,
        creditFrom,
        creditMonths,
      } as const
      return {
        ...common(blank),
        name: 'Prepaid lease',
        tranches: [{ kilowatts: 100_000, gpus: 70_000 }],
        charges: [{ monthlyFee: millions(blank, 380) }],
        advances: months === 0 ? [] : [prepaid],
      }
    },
  },
  {
    // A price a GPU-hour, with 60 % of the hours owed whether used or not; what is short is settled each year.
    id: 'takeOrPay',
    document: (blank) => ({
      ...common(blank),
      name: 'Take-or-pay',
      tranches: [{ id: 'gpus', gpus: 10_000 }],
      charges: [
        {
          label: 'Use',
          kind: 'metered',
          basis: 'perGpuHour',
          unitPrice: 2_500_000,
          tranche: 'gpus',
          utilisation: 0.8,
          minimumShare: 0.6,
          settlement: 'annual',
          invoiced: 'arrears',
          netDays: 30,
        },
      ],
      rights: { buyer: { allowed: false }, provider: { allowed: false } },
    }),
  },
  {
    // A price a kW-month that rises by 3 % a year, with power passed through at cost; the GPUs are the buyer’s own.
    id: 'colocation',
    document: (blank) => {
      const secondYear = monthsFrom(blank.start, 12)
      const escalator = secondYear < blank.end ? { rate: 0.03, firstOn: secondYear, everyMonths: 12 } : null
      return {
        ...common(blank),
        name: 'Colocation',
        tranches: [{ id: 'hall', kilowatts: 50_000, pue: 1.25 }],
        charges: [
          {
            label: 'Space and power capacity',
            basis: 'perKilowatt',
            unitPrice: 130_000_000,
            tranche: 'hall',
            escalator,
          },
          {
            label: 'Power',
            kind: 'power',
            basis: 'perKilowattHour',
            unitPrice: 60_000,
            tranche: 'hall',
            utilisation: 0.85,
            invoiced: 'arrears',
          },
        ],
        rights: { buyer: { allowed: true, notice: 12, noticeUnit: 'months' }, provider: { allowed: false } },
      }
    },
  },
]

/** How many whole months the term has. */
function wholeMonths({ start, end }: Blank): number {
  let months = 0
  while (monthsFrom(start, months + 1) <= end) months++
  return months
}

const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b)

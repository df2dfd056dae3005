/**
 * The terms of the sample's leases as the sources and their assumptions state them, typed in from the description of
 * the domain and not read from the sample book. These are the only figures that enter the workbook.
 */

/** Dates are `YYYY-MM-DD` and last days inclusive, amounts dollars, shares fractions of one; null is not stated. */
export interface LeaseTerms {
  start: string
  lastDay: string
  /** A month, without ramp. */
  fee: number
  rampFrom: string | null
  rampLastDay: string | null
  /** The share of the fee that is payable in the ramp. */
  rampShare: number | null
  /** The share of capacity delivered from the first of these days through the last. */
  deliveredFrom: string | null
  deliveredLastDay: string | null
  deliveredShare: number | null
  megawatts: number | null
  gpus: number
  signed: string
  noticeDays: number
  lockOutLastDay: string
  discountRate: number
  hoursInYear: number
  /** The second valuation date, beside the earliest start of all leases. */
  asOf: string
}

const colossus: LeaseTerms = {
  start: '2026-05-01',
  lastDay: '2029-05-31',
  fee: 1_250_000_000,
  rampFrom: '2026-05-01',
  rampLastDay: '2026-06-30',
  rampShare: 0.5,
  deliveredFrom: '2026-05-01',
  deliveredLastDay: '2026-06-30',
  deliveredShare: 0.5,
  megawatts: 300,
  gpus: 220_000,
  signed: '2026-05-03',
  noticeDays: 90,
  lockOutLastDay: '2026-07-31',
  discountRate: 0.1,
  hoursInYear: 8760,
  asOf: '2026-11-20',
}

/** Its ramp ends before its term begins. */
const second: LeaseTerms = {
  ...colossus,
  start: '2026-10-01',
  lastDay: '2029-06-30',
  fee: 920_000_000,
  rampFrom: null,
  rampLastDay: null,
  rampShare: null,
  deliveredFrom: null,
  deliveredLastDay: null,
  deliveredShare: null,
  megawatts: null,
  gpus: 110_000,
  signed: '2026-06-05',
  lockOutLastDay: '2026-12-31',
}

/** The reading of the first lease that starts on its day of signing, its first month prorated. */
const from3May: LeaseTerms = { ...colossus, start: '2026-05-03' }

export const leases = { colossus, second, from3May } as const
export type LeaseName = keyof typeof leases
export const leaseNames = Object.keys(leases) as LeaseName[]

/** May 2026 through June 2029: the calendar months from the first start to the last end of all leases. */
export const monthsShown = 38

/** An exit that is asked for; where the lock-out is read in another way, how. */
export interface AskedExit {
  lease: LeaseName
  noticeOn: string
  reading: 'asSigned' | 'noLockOut' | 'barsEnd' | 'threeMonthsFromSigning'
}

const onDates = (lease: LeaseName, ...dates: string[]): AskedExit[] =>
  dates.map((noticeOn) => ({ lease, noticeOn, reading: 'asSigned' }))

const colossusSigned = { lease: 'colossus', noticeOn: colossus.signed } as const

export const askedExits: readonly AskedExit[] = [
  ...onDates('colossus', '2026-05-01', '2026-05-03', '2026-07-01', '2026-08-01', '2026-11-20', '2027-01-01'),
  ...onDates('colossus', '2029-01-01', '2029-03-15', '2029-04-01'),
  { ...colossusSigned, reading: 'noLockOut' },
  { ...colossusSigned, reading: 'barsEnd' },
  { ...colossusSigned, reading: 'threeMonthsFromSigning' },
  ...onDates('second', '2026-06-05', '2026-11-20', '2027-01-01', '2029-03-15'),
  ...onDates('from3May', '2026-05-03', '2026-11-20'),
]

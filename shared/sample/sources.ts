import type { Evidence } from '../schema/deal.ts'

/** Where the terms of the two reference deals come from. What no source says is an assumption, and says so. */
export interface Sourced {
  confidence: Evidence['confidence']
  source: string
  quotation?: string
  dated?: string
  /** Another reading of the same sources. */
  alternative?: string
  /** That reading as the catalogue writes it, where it can be switched to. */
  alternativeValue?: string
  /** False where the source speaks of something this deal does not model. */
  isModelled?: boolean
}

const announced = (more: Partial<Sourced> = {}): Sourced => ({
  confidence: 'stated',
  source: 'Announcement of the lease, May 2026',
  dated: '2026-05-03',
  ...more,
})

const assumed = (source: string, more: Partial<Sourced> = {}): Sourced => ({
  confidence: 'assumed',
  source,
  ...more,
})

const noticeCounting = assumed(
  'No source says how the notice is counted; the day of notice is taken as its first.',
)
const discount = assumed('A common rate for a first look; replace it with your own cost of capital.')
const paymentTerms = assumed('No source states payment terms.')
const billing = assumed('No source says how months are billed: calendar months, their parts by actual days.')
const noTerminationFee = assumed('No source names a fee for leaving.')
const rounding = assumed('No source says how amounts are rounded; taken as a spreadsheet does.')
const noEscalator = assumed('No source names an escalator.')

const laterFiling = 'A later filing, as reported by the press'

const colossusLockOut: Sourced = {
  confidence: 'reported',
  source: laterFiling,
  alternative:
    'No lock-out (the announcement names none): the commitment at signing is then $2.5 B. Or three months from signing, through 2 Aug 2026: $6.25 B.',
  alternativeValue: JSON.stringify(null),
}
const colossusReading = assumed(
  'The report says termination is allowed only after an initial three months: read as barring notice until then.',
  {
    alternative:
      'The lock-out bars only service ending before it is over: the commitment at signing is then $2.5 B.',
    alternativeValue: JSON.stringify('end'),
  },
)

export const colossusEvidence: Readonly<Record<string, Sourced>> = {
  buyer: announced(),
  provider: announced(),
  status: announced(),
  facility: announced({ source: 'Announcement of the lease, May 2026: Colossus 1, near Memphis' }),
  signed: announced(),
  start: assumed('The announcement names May 2026 as the first month of the reduced fee, and no day.', {
    alternative: 'A start on the day of signing, 3 May 2026, prorated: $44.960 B in total.',
    alternativeValue: JSON.stringify('2026-05-03'),
  }),
  end: announced({
    source: 'Announcement of the lease, May 2026: through May 2029',
    alternative:
      '“Next three years” and “until May 2029”: 36 months, $43.75 B in total. Press: “more than $40 billion”.',
    alternativeValue: JSON.stringify('2029-05-01'),
  }),
  power: announced({
    alternative: 'The GPUs of two sites, as a later filing is reported to say, would mean more power.',
  }),
  powerBasis: assumed('No source says whether 300 MW is critical IT load or the whole facility.'),
  gpus: announced({
    source: 'Announcement of the lease, May 2026: about 220,000',
    alternative: 'A later filing is reported to say about 325,000 over two sites; less certain.',
    alternativeValue: JSON.stringify(325_000),
  }),
  delivery: assumed(
    'Capacity ramps in May and June 2026; no source gives shares. Taken to be 50 %, as the fee.',
  ),
  monthlyFee: announced(),
  ramp: assumed(
    'A reduced fee in May and June 2026 is announced, the reduction is not disclosed. Taken to be 50 %.',
  ),
  invoiced: paymentTerms,
  netDays: paymentTerms,
  billingMonths: billing,
  partMonths: billing,
  rounding,
  escalator: noEscalator,
  'buyer-allowed': announced({ source: 'Announcement of the lease, May 2026: either party' }),
  'buyer-notice': announced(),
  'buyer-noticeCounts': noticeCounting,
  'buyer-lockOut': colossusLockOut,
  'buyer-fee': noTerminationFee,
  'provider-fee': noTerminationFee,
  'buyer-lockOutBars': colossusReading,
  'provider-allowed': announced({ source: 'Announcement of the lease, May 2026: either party' }),
  'provider-notice': announced(),
  'provider-noticeCounts': noticeCounting,
  'provider-lockOut': colossusLockOut,
  'provider-lockOutBars': colossusReading,
  discountRate: discount,
}

const disclosed = (more: Partial<Sourced> = {}): Sourced => ({
  confidence: 'stated',
  source: 'Disclosure of the second lease, June 2026',
  dated: '2026-06-05',
  ...more,
})

const afterDecember = disclosed({
  source: 'Disclosure of the second lease, June 2026: 90 days’ notice after 31 Dec 2026, either side',
})

export const secondLeaseEvidence: Readonly<Record<string, Sourced>> = {
  buyer: disclosed(),
  provider: disclosed(),
  status: disclosed(),
  facility: assumed(
    'Both leases together (330,000 GPUs) exceed one facility of 220,000: a second one is assumed.',
  ),
  signed: disclosed(),
  start: disclosed({ source: 'Disclosure of the second lease, June 2026: full fee from October 2026' }),
  end: disclosed({
    source: 'Disclosure of the second lease, June 2026: through June 2029',
    alternative: 'Press printed 32 months; October 2026 through June 2029 are 33.',
  }),
  power: assumed('No source states the power.'),
  powerBasis: assumed('No source states the power.'),
  gpus: disclosed({ source: 'Disclosure of the second lease, June 2026: about 110,000' }),
  delivery: assumed('No source says how the GPUs arrive: taken to be delivered in full from the start.'),
  longStop: disclosed({
    source: 'Disclosure of the second lease, June 2026: delivery of the GPUs by 30 Sep 2026',
  }),
  graceMonths: disclosed({ source: 'Disclosure of the second lease, June 2026: one month’s grace' }),
  remedy: disclosed({
    source:
      'Disclosure of the second lease, June 2026: the buyer may then terminate, or accept fewer GPUs at a pro-rata fee',
  }),
  monthlyFee: disclosed(),
  ramp: disclosed({
    source:
      'Disclosure of the second lease, June 2026: a ramp at a reduced fee through September 2026. It lies before the modelled term and the fee is not disclosed, so it is noted here and not modelled.',
    isModelled: false,
  }),
  invoiced: paymentTerms,
  netDays: paymentTerms,
  billingMonths: billing,
  partMonths: billing,
  rounding,
  escalator: noEscalator,
  'buyer-allowed': afterDecember,
  'buyer-notice': afterDecember,
  'buyer-noticeCounts': noticeCounting,
  'buyer-lockOut': afterDecember,
  'buyer-fee': noTerminationFee,
  'provider-fee': noTerminationFee,
  'buyer-lockOutBars': afterDecember,
  'provider-allowed': afterDecember,
  'provider-notice': afterDecember,
  'provider-noticeCounts': noticeCounting,
  'provider-lockOut': afterDecember,
  'provider-lockOutBars': afterDecember,
  discountRate: discount,
}

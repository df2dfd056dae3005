import { toFraction } from '../rate.ts'
import type { Party } from '../schema/deal.ts'
import { acceptsFewer } from '../engine/plan.ts'
import type { ChargeTerms, DealTerms, TrancheTerms } from '../schema/dealTerms.ts'
import { termById } from '../terms/catalog.ts'
import { chargeSlot, trancheSlot } from '../terms/slot.ts'
import { date, type Explained, type Input, words } from './explanation.ts'

/** Terms that bear on a figure together, by their ids; those a deal has no place for are left out by `inputsOf`. */
export type Family = (terms: DealTerms) => string[]

const ofCharges =
  (ids: (charge: ChargeTerms) => readonly string[]): Family =>
  ({ charges }) =>
    charges.flatMap((charge, index) => ids(charge).map(chargeSlot(index).id))

const ofTranches =
  (...ids: readonly string[]): Family =>
  ({ tranches }) =>
    tranches.flatMap((_, index) => ids.map(trancheSlot(index).id))

const period: Family = () => ['start', 'end']
const oneOffs: Family = () => ['oneOffs']

/** How months are cut and what is posted rounded. */
const posting: Family = () => ['billingMonths', 'partMonths', 'rounding']

/** Whether what a charge comes to rests on the capacity of tranches. */
const byCapacity = ({ charge, ramp }: ChargeTerms): boolean =>
  charge.basis !== 'flat' || charge.trancheId !== null || ramp.some(({ basis }) => basis === 'proRata')

const due = ofTranches('tranche-from', 'tranche-until')
const sizes = ofTranches('power', 'gpus')
const delivery = ofTranches('delivery')
const capacity: Family = (terms) => [...sizes(terms), ...due(terms), ...delivery(terms)]

/** Whether the buyer may come to pay for fewer, or would with one term more: a long-stop date, its remedy, late delivery. */
const mayAcceptFewer = ({ tranche, delivery: steps }: TrancheTerms): boolean =>
  [tranche.longStop !== null, acceptsFewer(tranche), steps.length > 0].filter(Boolean).length > 1

const remedy = ofTranches('longStop', 'graceMonths', 'remedy')

/** The terms by which the buyer pays for fewer where capacity comes late. */
const scope: Family = (terms) =>
  terms.tranches.some(mayAcceptFewer) ? [...remedy(terms), ...capacity(terms)] : []

const capacityOfCharges: Family = (terms) => {
  if (!terms.charges.some(byCapacity)) return scope(terms)
  const byEnergy = terms.charges.some(({ charge }) => charge.basis === 'perKilowattHour')
  return [...capacity(terms), ...scope(terms), ...(byEnergy ? ofTranches('powerBasis', 'pue')(terms) : [])]
}

const when = ['charge-from', 'charge-until', 'charge-tranche'] as const
const priced = ['charge-kind', 'charge-basis', 'monthlyFee', 'unitPrice'] as const
const escalator = [
  'escalator',
  'escalator-kind',
  'escalator-cap',
  'escalator-floor',
  'escalator-firstOn',
  'escalator-everyMonths',
  'escalator-appliesTo',
  'escalator-decimals',
] as const
const use = ['utilisation', 'usage', 'carriesForward', 'overageAbove', 'overagePrice'] as const

/** Standard fees of recurring charges, without ramps. */
const standard = ofCharges(({ charge }) =>
  charge.kind === 'recurring' ? [...priced, ...when, ...escalator, 'frequency'] : ['charge-kind'],
)
const ramps = ofCharges(() => ['ramp'])

/** The contract's rate: what each charge costs per unit, and how many units are contracted. */
const rate: Family = (terms) => [
  ...ofCharges(({ charge }) => (charge.kind === 'power' ? ['charge-kind'] : [...priced, ...when]))(terms),
  ...sizes(terms),
  ...due(terms),
  ...(terms.charges.some(({ charge }) => charge.basis === 'perKilowattHour')
    ? ofTranches('powerBasis', 'pue')(terms)
    : []),
  ...period(terms),
]

/** What is paid for service whatever is used. */
const contract: Family = (terms) => [
  ...ofCharges(({ charge }) =>
    charge.kind === 'power'
      ? ['charge-kind']
      : [...priced, 'ramp', ...when, ...escalator, 'frequency', 'minimumShare', 'settlement'],
  )(terms),
  ...capacityOfCharges(terms),
  ...period(terms),
  ...posting(terms),
]
const expectedUse = ofCharges(() => use)
const power: Family = (terms) => [
  ...ofCharges(({ charge }) =>
    charge.kind === 'power'
      ? [...priced, ...when, ...escalator, 'utilisation', 'usage', 'settlement']
      : ['charge-kind'],
  )(terms),
  ...capacityOfCharges(terms),
  ...period(terms),
  ...posting(terms),
]
const credits: Family = () => ['serviceCredits']
const billed = ofCharges(() => ['frequency', 'invoiced'])
const terms = ofCharges(() => ['netDays'])

/** Prepayments and deposits, and what their credits are taken off: invoices at expected usage, less service credits. */
const advances: Family = (of) => [
  'advances',
  ...(of.advances.length > 0 ? [...expectedUse(of), ...credits(of), ...billed(of), ...terms(of)] : []),
]

/** Cost as it accrues, with power, at expected use. */
const accrued: Family = (of) => [
  ...contract(of),
  ...expectedUse(of),
  ...power(of),
  ...credits(of),
  ...oneOffs(of),
]

/** A party's right to leave, the notice and the lock-out. */
const right =
  (party: Party): Family =>
  () =>
    ['allowed', 'notice', 'noticeCounts', 'lockOut', 'lockOutBars']
      .map((id) => `${party}-${id}`)
      .concat('signed', 'start', 'end')

/** What leaving costs a party beside the fees. */
const leaving =
  (party: Party): Family =>
  (of) => [
    ...['fee', 'feeAmount', 'feeMonths', 'feeShare', 'feeByDate', 'refundsUnused', 'forfeitsPrepaid'].map(
      (id) => `${party}-${id}`,
    ),
    ...(of.rights[party].forfeitsPrepaid ? advances(of) : []),
  ]

/** The families a figure can rest on, by what they say of a deal. */
export const rests = {
  period,
  posting,
  oneOffs,
  sizes,
  due,
  delivery,
  capacity,
  capacityOfCharges,
  standard,
  rate,
  ramps,
  contract,
  expectedUse,
  power,
  credits,
  billed,
  paymentTerms: terms,
  advances,
  accrued,
  /** Whether an escalator goes on into renewals. */
  renewed: ofCharges(() => ['escalator-carried']),
  followsCapacity: ofCharges(() => ['followsCapacity']),
  discountRate: () => ['discountRate'],
  right,
  leaving,
  /** The fees of a contract and what is paid once: its value. */
  value: (of: DealTerms) => [...contract(of), ...oneOffs(of)],
  /** Fees, exit and what it costs. */
  exit: (party: Party) => (of: DealTerms) => [
    ...right(party)(of),
    ...leaving(party)(of),
    ...contract(of),
    ...oneOffs(of),
    ...billed(of),
  ],
  /** What leaves the account, by payment date. */
  payments: (of: DealTerms) => [...accrued(of), ...billed(of), ...terms(of), ...advances(of)],
} as const

/** The terms of some families that a deal has a place for, each once. */
export function inputsOf(
  of: DealTerms,
  families: readonly Family[],
  whose: 'deal' | 'baseline' = 'deal',
): Input[] {
  const ids = new Set(families.flatMap((family) => family(of)))
  return [...ids].filter((id) => termById(id).applies(of)).map((term) => ({ kind: 'term', term, of: whose }))
}

/** The terms of the deal. */
export const ownInputs =
  (...families: readonly Family[]) =>
  ({ figures }: Explained): Input[] =>
    inputsOf(figures.terms, families)

/** The terms of the baseline; none for the baseline itself. */
export const baselineInputs =
  (...families: readonly Family[]) =>
  ({ against }: Explained): Input[] =>
    against ? inputsOf(against.terms, families, 'baseline') : []

const discountingWords = {
  effective: 'effective, by months',
  nominal: 'nominal / 12, by months',
  actual365: 'effective, actual/365',
} as const
const timingWords = { advance: 'in advance', middle: 'in mid-month', arrears: 'in arrears' } as const

export const asOfInput = ({ context }: Explained): Input => ({
  kind: 'book',
  setting: 'asOf',
  label: 'As of',
  value: date(context.asOf),
})

export const valuedOnInput = ({ context }: Explained): Input => ({
  kind: 'book',
  setting: 'valuation',
  label: 'Valued on',
  value: date(context.valuation.on),
})

export const discountingInput = ({ context }: Explained): Input => ({
  kind: 'book',
  setting: 'discounting',
  label: 'Discounting',
  value: words(discountingWords[context.valuation.discounting]),
})

export const timingInput = ({ context }: Explained): Input => ({
  kind: 'book',
  setting: 'timing',
  label: 'Fees are taken to fall',
  value: words(timingWords[context.valuation.timing]),
})

export const onDemandInput = ({ context: { onDemandPrice } }: Explained): Input => ({
  kind: 'book',
  setting: 'onDemandPrice',
  label: 'Price on demand',
  value: onDemandPrice === null ? words('none') : { kind: 'price', value: onDemandPrice, per: 'GPU-hour' },
})

export const discountRateOf = ({ figures }: Explained): number => toFraction(figures.terms.deal.discountRate)

import type { Charge } from './charge.ts'
import type { Deal } from './deal.ts'
import type { TerminationRight } from './termination.ts'
import type { Tranche } from './tranche.ts'

/** What a deal and its parts say until somebody says otherwise: no fee, no capacity stated, no right to leave. */

export const newDeal: Omit<Deal, 'id' | 'position' | 'shown' | 'archived' | 'name' | 'start' | 'end'> = {
  buyer: '',
  provider: '',
  facility: '',
  status: 'draft',
  notes: '',
  tags: '',
  signed: null,
  billingMonths: 'calendar',
  partMonths: 'actual',
  rounding: 'halfAwayFromZero',
  discountRate: 100_000,
  availability: 1_000_000,
  serviceCredits: 0,
  firstOffer: '',
  support: null,
  equity: null,
  replacementMonths: null,
  replacementPrice: null,
  replacementGpus: null,
}

export const newCharge: Omit<Charge, 'id' | 'dealId' | 'position' | 'label'> = {
  kind: 'recurring',
  basis: 'flat',
  monthlyFee: 0,
  unitPrice: 0,
  trancheId: null,
  followsCapacity: true,
  from: null,
  until: null,
  frequency: 'monthly',
  invoiced: 'advance',
  netDays: 0,
  utilisation: 1_000_000,
  minimumShare: 0,
  overageAbove: null,
  overagePrice: 0,
  settlement: 'monthly',
  carriesForward: false,
}

export const newTranche: Omit<Tranche, 'id' | 'dealId' | 'position' | 'label'> = {
  kilowatts: null,
  powerBasis: 'criticalIt',
  pue: null,
  gpus: null,
  gpuModel: '',
  from: null,
  until: null,
  longStop: null,
  graceMonths: 0,
  remedy: 'none',
}

export const newRight: Omit<TerminationRight, 'id' | 'dealId' | 'party' | 'forfeitsPrepaid'> = {
  allowed: false,
  notice: 90,
  noticeUnit: 'days',
  dayOfNoticeCounts: true,
  lockOutUntil: null,
  lockOutBars: 'notice',
  feeBasis: 'none',
  feeAmount: 0,
  feeMonths: 0,
  feeShare: 0,
  refundsUnused: true,
  hazard: 0,
}

/** Who leaves loses what it prepaid; a provider that leaves gives it back. */
export const forfeitsPrepaid = (party: TerminationRight['party']): boolean => party === 'buyer'

export const firstChargeLabel = 'Capacity fee'
export const firstTrancheLabel = 'Capacity'

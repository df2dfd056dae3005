import type { Charge } from '../schema/charge.ts'
import type { ChargeTerms } from '../schema/dealTerms.ts'
import type { Slot } from './slot.ts'
import { slotField } from './slotField.ts'

/** Makes terms that are fields of the charge in a slot. */
export const chargeField = (slot: Slot<ChargeTerms>) =>
  slotField(
    slot,
    'price',
    ({ charge }): Charge => charge,
    (chargeId, changes) => ({ type: 'charge.set', chargeId, changes }),
  )

/** How many months an invoice, or a settlement of use, covers. */
export const frequencies = [
  { id: 'monthly', label: 'month by month' },
  { id: 'quarterly', label: 'by three months' },
  { id: 'annual', label: 'by twelve months' },
] as const

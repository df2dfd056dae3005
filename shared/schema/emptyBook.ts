import type { CivilDate } from '../days.ts'
import type { Book } from './book.ts'

/** A book without deals. */
export const emptyBook = (name: string, currency: string, asOf: CivilDate): Book => ({
  settings: {
    book: {
      id: 'book',
      name,
      currency,
      baselineId: null,
      asOf,
      discounting: 'effective',
      timing: 'advance',
      valuation: 'earliestStart',
      perspective: 'buyer',
      onDemandPrice: null,
      onDemandGpus: null,
    },
  },
  deals: {},
  charges: {},
  rampSteps: {},
  escalators: {},
  usageSteps: {},
  tranches: {},
  deliverySteps: {},
  terminationRights: {},
  terminationFees: {},
  oneOffs: {},
  advances: {},
  renewals: {},
  evidence: {},
})

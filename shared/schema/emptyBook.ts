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
    },
  },
  deals: {},
  charges: {},
  rampSteps: {},
  escalators: {},
  tranches: {},
  deliverySteps: {},
  terminationRights: {},
  terminationFees: {},
  evidence: {},
})

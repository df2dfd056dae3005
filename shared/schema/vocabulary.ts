/** The closed lists of words that schemas, engine and screen share. No schema here: the screen carries none. */

/** Every kind of entity a book holds: a record in memory, a table in the file. */
export const entityKinds = [
  'settings',
  'deals',
  'charges',
  'rampSteps',
  'escalators',
  'usageSteps',
  'tranches',
  'deliverySteps',
  'terminationRights',
  'terminationFees',
  'oneOffs',
  'advances',
  'renewals',
  'evidence',
] as const

export const parties = ['buyer', 'provider'] as const

export const dealStatuses = ['draft', 'offered', 'negotiation', 'signed', 'ended'] as const

/** What a charge is for: capacity at a fixed price, capacity as it is used, or power passed through at cost. */
export const chargeKinds = ['recurring', 'metered', 'power'] as const

/** What a price is multiplied by. A flat fee is by itself. */
export const chargeBases = [
  'flat',
  'perMegawatt',
  'perKilowatt',
  'perGpu',
  'perGpuHour',
  'perKilowattHour',
] as const

/** The months one invoice, or one settlement of metered use, covers. */
export const frequencies = ['monthly', 'quarterly', 'annual'] as const

export const rampBases = ['percentOfStandard', 'percentOff', 'fixedFee', 'proRata'] as const

/** What follows where capacity comes later than its long-stop date. */
export const remedies = ['none', 'terminate', 'acceptFewer', 'either'] as const

export const advanceKinds = ['prepayment', 'deposit'] as const

/** What leaving costs beside the fees of the notice. */
export const terminationFeeBases = ['none', 'fixed', 'months', 'share', 'byDate'] as const

export const confidences = ['stated', 'reported', 'assumed', 'proposed'] as const

/** How future payments are discounted: by months at an effective or a nominal yearly rate, or by days over 365. */
export const discountings = ['effective', 'nominal', 'actual365'] as const

/** Where in its month a fee is taken to be paid, for discounting. */
export const timings = ['advance', 'middle', 'arrears'] as const

/** Months as they are billed: of the calendar, with prorated ends, or of the contract, counted from its start. */
export const billingMonths = ['calendar', 'contract'] as const

/** How a part of a month counts: by its actual days in that month, or as 30E/360 with thirty days in every month. */
export const partMonths = ['actual', 'thirty360'] as const

/** How a posted line is rounded: as a spreadsheet's ROUND, or as a banker's. */
export const roundings = ['halfAwayFromZero', 'halfEven'] as const

/** The one date that the present values of all columns are taken at. */
export const valuations = ['earliestStart', 'asOf'] as const

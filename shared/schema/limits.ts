/**
 * Bounds of everything a book can hold. A fee of at most 10^13 minor units over at most 900 months stays below
 * 2^53, so every total of one charge is exact.
 */
export const limits = {
  /** Characters. */
  nameLength: 120,
  partyLength: 120,
  noteLength: 4000,
  idLength: 200,
  /** Minor units a month. */
  monthlyFee: 10 ** 13,
  /** Millionths of the currency's major unit: ten billion a unit. */
  unitPrice: 10 ** 15,
  /** Figures side by side in the headline strip. */
  headlineFigures: 6,
  /** Months from start to end. */
  termMonths: 900,
  earliestDate: '1990-01-01',
  latestDate: '2150-01-01',
  /** 1,000,000 MW. */
  kilowatts: 10 ** 9,
  gpus: 10 ** 9,
  noticeDays: 3650,
  noticeMonths: 120,
  /** Monthly fees that leaving may cost. */
  feeMonths: 120,
  netDays: 365,
  /** Parts per million: -50 % to 100 % a year. */
  lowestDiscountRate: -500_000,
  highestDiscountRate: 1_000_000,
  /** Parts per million: -50 % to 100 % at an anniversary. */
  lowestEscalation: -500_000,
  highestEscalation: 1_000_000,
  escalationMonths: 120,
  /** Ramp or delivery steps of one charge or tranche. */
  steps: 60,
  charges: 12,
  tranches: 12,
  /** One-off fees and credits, or a pasted payment schedule. */
  oneOffs: 600,
  advances: 60,
  renewals: 12,
  /** Sources of one deal: more than there are terms. */
  evidence: 1000,
  /** Characters of a term's value as the catalogue writes it: the longest is a payment schedule. */
  writtenValue: 300_000,
  /** Parts per million: power drawn by the facility for one of critical IT. */
  highestPue: 5_000_000,
  graceMonths: 120,
  leadMonths: 240,
  deals: 10_000,
  /** Terms written in one step: more than eight deals have. */
  batchedCommands: 8000,
  /** Columns side by side. */
  shownDeals: 8,
  /** Steps done, and as many undone, that a book still knows when it is opened again. Within a session there is no limit. */
  stepsAcrossRestarts: 200,
  /** Characters of the name of a step of history. */
  stepLabel: 1000,
  /** Versions a book keeps of itself. */
  versions: 1000,
  /** Characters of a sentence about a file, and how many such sentences are told at most. */
  sentence: 2000,
  sentences: 1000,
  /** Characters of a path, and of a file's name. */
  path: 4096,
  fileName: 1024,
  /** Backups of one book that are listed: many times what is kept. */
  backups: 1000,
  /** Books opened before that are remembered. */
  recentBooks: 10,
} as const

import type { Preferences } from './contract.ts'

/** Before a person has chosen anything. */
export const defaultPreferences: Preferences = {
  theme: 'system',
  unit: 'billions',
  decimals: null,
  locale: null,
  yearStart: 1,
  paper: null,
  discountRate: 100_000,
  headline: ['totalContractValue', 'committed', 'rampSavings', 'breakEvenAccrued'],
  sheetShare: 46,
}

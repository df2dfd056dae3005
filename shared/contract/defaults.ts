import type { Preferences } from './contract.ts'

/** Before a person has chosen anything. */
export const defaultPreferences: Preferences = { theme: 'system', unit: 'billions' }

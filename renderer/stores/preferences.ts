import { create } from 'zustand'
import { defaultPreferences } from '../../shared/contract/defaults.ts'
import type { Preferences } from '../../shared/contract/contract.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { ask } from '../api.ts'
import { useBook } from './book.ts'
import { useInfo } from './info.ts'

/** How this machine shows every book: theme, and the unit of large amounts. */
export const usePreferences = create<Preferences>()(() => defaultPreferences)

export async function loadPreferences(): Promise<void> {
  const answer = await ask('settings.read', {})
  if (answer.ok && !isSame(answer.value, usePreferences.getState())) usePreferences.setState(answer.value)
}

const isSame = (a: Preferences, b: Preferences) => JSON.stringify(a) === JSON.stringify(b)

/** Whoever comes from another window finds what they chose there. */
export function followPreferences(): () => void {
  const follow = () => void loadPreferences()
  window.addEventListener('focus', follow)
  return () => window.removeEventListener('focus', follow)
}

export function prefer(changes: Partial<Preferences>): void {
  usePreferences.setState(changes)
  void ask('settings.write', changes)
}

const styles = new Map<string, NumberStyle>()

/** The locale of the system: of the region it is set to, where the shell knows it, else of its language. */
export const systemLocale = (): string => useInfo.getState().region ?? navigator.language

/** The locale numbers are written and read in: the one that was chosen, else the system’s. */
export const localeOf = ({ locale }: Preferences): string => locale ?? systemLocale()

/** The style of every number on the screen; the same object for as long as nothing about it changes. */
function numberStyle(preferences: Preferences, currency: string): NumberStyle {
  const { unit, decimals } = preferences
  const locale = localeOf(preferences)
  const key = `${locale} ${currency} ${unit} ${decimals}`
  const known = styles.get(key)
  if (known) return known
  const made = { locale, currency, unit, decimals }
  styles.set(key, made)
  return made
}

/** The style as it is now, for what is done and not drawn. */
export const currentNumberStyle = (): NumberStyle =>
  numberStyle(usePreferences.getState(), settingsOf(useBook.getState().workspace.book).currency)

export function useNumberStyle(): NumberStyle {
  const preferences = usePreferences()
  const currency = useBook((state) => settingsOf(state.workspace.book).currency)
  return numberStyle(preferences, currency)
}

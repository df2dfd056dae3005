/** Whether a text is a locale by its form, as BCP 47 has it: `Intl` throws on any other. */
export function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

/** Whether numbers are written in a way of its own for a locale, on this machine. */
export const isKnownLocale = (text: string): boolean =>
  isLocale(text) && Intl.NumberFormat.supportedLocalesOf(text).length === 1

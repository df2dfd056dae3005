import { app } from 'electron'
import { isKnownLocale } from '../../../shared/format/locale.ts'

/**
 * The locale of the region the system is set to, by which numbers are written: it need not be that of its language, an
 * English system in Germany. A language the app was started in (`--lang`) goes before it. Null where there is none that is
 * known. Only once the app is ready.
 */
export function systemRegion(): string | null {
  if (app.commandLine.hasSwitch('lang')) return null
  const region = app.getSystemLocale()
  return isKnownLocale(region) ? region : null
}

import { systemLocale } from './stores/preferences.ts'

let clock: Intl.DateTimeFormat | undefined

/**
 * The time of day by the clock of this machine, as the system writes it. The format is made with the first time that
 * is told: no other line of the app takes as long, and the first window would wait for it.
 */
export function timeOfDay(time: Date): string {
  clock ??= new Intl.DateTimeFormat(systemLocale(), { hour: '2-digit', minute: '2-digit' })
  return clock.format(time)
}

import { timeOfDay } from '../clock.ts'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** A time as `20 Nov 2026, 12:30`, at the machine's own time. */
export const spokenTime = (at: string): string => `${day.format(new Date(at))}, ${timeOfDay(new Date(at))}`

/** `1 deal`, `3 deals`. */
export const spokenCount = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`

/** `220 KB`, as file managers say it. */
export const spokenSize = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

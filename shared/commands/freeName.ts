import { limits } from '../schema/limits.ts'

/** A name that is not taken: the one wanted, or it with the first free number, `New deal 2`. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const whole = cut(wanted, limits.nameLength)
  if (!taken.has(whole)) return whole
  const base = cut(wanted, limits.nameLength - 6)
  let number = 2
  while (taken.has(`${base} ${number}`)) number++
  return `${base} ${number}`
}

/** The beginning of a text, without half a character or a space at its end. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()

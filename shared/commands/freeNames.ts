import { nameForm } from '../format/names.ts'
import { limits } from '../schema/limits.ts'

/** Names that are not taken, one for each time it is asked: the one wanted, or it with a number, `New deal 2`. */
export function freeNames(taken: Iterable<string>): (wanted: string) => string {
  const names = new Set(Array.from(taken, nameForm))
  const numbers = new Map<string, number>()
  return (wanted) => {
    const base = cut(wanted, limits.nameLength - 6)
    let name = cut(wanted, limits.nameLength)
    let number = numbers.get(base) ?? 1
    while (names.has(nameForm(name))) name = `${base} ${(number += 1)}`
    numbers.set(base, number)
    names.add(nameForm(name))
    return name
  }
}

/** The beginning of a text, without half a character or a space at its end. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()

import { limits } from '../schema/limits.ts'
import { type DealProblem, placeOf, problemAt } from './problems.ts'

/** More values than the fullest deal has, of twelve tranches and charges with sixty steps each, and all its sources. */
const mostValues = 50_000

/** Objects and lists inside one another: a deal has five. */
const deepest = 8

/**
 * Why a value is beyond what any deal is, found before its schema is asked: a schema names every problem it finds, and
 * of a million of them each would be named. Null where it is within bounds.
 */
export function boundsProblem(value: unknown): DealProblem | null {
  let count = 0
  const path: PropertyKey[] = []
  return inside(value)

  function inside(part: unknown): DealProblem | null {
    count += 1
    if (count > mostValues) return problemAt('deal', `at most ${mostValues} values are possible in a deal.`)
    if (typeof part === 'string')
      return part.isWellFormed() ? null : at('this holds half a character (an unpaired surrogate).')
    if (typeof part !== 'object' || part === null) return null
    if (path.length >= deepest) return at('this is nested deeper than any term is.')
    return Array.isArray(part) ? inList(part) : inObject(part)
  }

  function inList(items: readonly unknown[]): DealProblem | null {
    if (items.length > limits.evidence) return at(`at most ${limits.evidence} entries are possible here.`)
    for (const [i, item] of items.entries()) {
      path.push(i)
      const found = inside(item)
      if (found) return found
      path.pop()
    }
    return null
  }

  function inObject(part: object): DealProblem | null {
    for (const key in part) {
      if (!Object.hasOwn(part, key)) continue
      path.push(key)
      const found = inside((part as Record<string, unknown>)[key])
      if (found) return found
      path.pop()
    }
    return null
  }

  function at(message: string): DealProblem {
    return problemAt(placeOf(path) || 'deal', message)
  }
}

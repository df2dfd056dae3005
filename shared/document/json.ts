import type { Result } from '../contract/result.ts'
import { unreadableAt } from './jsonPlace.ts'

/** Objects and lists inside one another in a text: more than a book's document has, and little for a reader's stack. */
const deepest = 32

/** Values in a text: a book of ten thousand deals has a tenth of them without sources. */
const mostValues = 3_000_000

/**
 * The value of a JSON text, or why it is none, as the rest of a sentence about it. What would take a reader's memory or
 * time beyond all measure is refused before it is read.
 */
export function readJson(text: string): Result<unknown, string> {
  if (!/[^ \t\n\r]/.test(text)) return { ok: false, error: `is not JSON: ${endsEarly}` }
  const beyond = beyondMeasure(text)
  if (beyond !== null) return { ok: false, error: beyond }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, error: `is not JSON: ${whereIn(text)}` }
  }
}

const quote = 34
const comma = 44
const backslash = 92
const [openList, closeList] = [91, 93]
const [openObject, closeObject] = [123, 125]

/** Names in one object, which is slow to read with many: a deal has some thirty. */
const mostNames = 1000

/** Counts brackets and commas outside of texts. */
function beyondMeasure(text: string): string | null {
  let [depth, values, isText] = [0, 0, false]
  /** The names of the objects that are open, by their depth; a list counts none. */
  const names: number[] = []
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (isText) {
      if (code === backslash) i += 1
      else if (code === quote) isText = false
    } else if (code === quote) isText = true
    else if (code === openList || code === openObject) {
      values += 1
      depth += 1
      if (depth > deepest) return 'is nested deeper than any deal or book is.'
      names[depth] = code === openObject ? 1 : Number.NaN
    } else if (code === closeList || code === closeObject) depth = Math.max(0, depth - 1)
    else if (code === comma) {
      values += 1
      names[depth]! += 1
      if (names[depth]! > mostNames)
        return `has an object of more than ${mostNames} names, which no deal has.`
    }
    if (values > mostValues) return `holds more than ${mostValues} values, the most that are read.`
  }
  return null
}

const endsEarly = 'it ends before it is complete.'

/** Where a text stops being JSON, as a person looks for it. */
function whereIn(text: string): string {
  const place = unreadableAt(text)
  if (place >= text.trimEnd().length) return endsEarly
  const lines = text.slice(0, place).split('\n')
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1} cannot be read.`
}

/** A value as it is written to a file: indented, and with a line's end at its end. */
export const writeJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

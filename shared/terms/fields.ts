import { type Parsed, parsed, problem } from '../format/expression.ts'
import type { TermEditor } from './term.ts'

export const line: TermEditor = { kind: 'line' }
export const notStated = 'not stated'

/** An empty field says that the deal does not say. */
export const optional = <T>(text: string, parse: (text: string) => Parsed<T>): Parsed<T | null> =>
  text.trim() === '' || text.trim() === notStated ? parsed(null) : parse(text)

export function choice<Id extends string>(options: readonly { id: Id; label: string }[]) {
  return {
    editor: { kind: 'choice', options } as const,
    format: (value: Id) => options.find((option) => option.id === value)?.label ?? value,
    parse(text: string): Parsed<Id> {
      const wanted = text.trim().toLowerCase()
      const found = options.find(
        (option) => option.id.toLowerCase() === wanted || option.label.toLowerCase() === wanted,
      )
      return found
        ? parsed(found.id)
        : problem(`Choose one of: ${options.map((option) => option.label).join(', ')}.`)
    },
  }
}

import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { parseCivilDate } from '../../shared/days.ts'

export interface FileOptions {
  command: 'evaluate' | 'export'
  file: string
  deal: string | null
  asOf: string | null
  json: boolean
  /** The whole book, in place of one of its deals. */
  book: boolean
}

export type CliOptions = FileOptions | { command: 'schema'; book: boolean } | { command: 'help' }

export const usage = `Usage:
  npm run --silent offtake -- evaluate FILE [--deal NAME] [--as-of DATE] [--json]
      The figures of a deal. FILE is a book (*.offtake), or a deal or a book in JSON; DATE is written 2026-11-20.
  npm run --silent offtake -- export FILE [--deal NAME | --book]
      A deal of a book as JSON, or the whole book.
  npm run --silent offtake -- schema [--book]
      The JSON Schema of a deal in JSON, or of a book.`

/** What was asked for, or why it cannot be understood. */
export function readArguments(args: readonly string[]): Result<CliOptions> {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        deal: { type: 'string' },
        'as-of': { type: 'string' },
        json: { type: 'boolean', default: false },
        book: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0]! : String(error)
    return fail('invalid-input', `${reason}.\n${usage}`)
  }
  const { values, positionals } = parsed
  const [command, file, ...more] = positionals
  if (values.help || command === undefined) return ok({ command: 'help' })
  if (command === 'schema' && file === undefined) return ok({ command: 'schema', book: values.book })
  const isKnown = command === 'evaluate' || command === 'export'
  if (!isKnown || file === undefined || more.length > 0)
    return fail('invalid-input', `“${positionals.join(' ')}” cannot be understood.\n${usage}`)
  const asOf = values['as-of'] ?? null
  if (asOf !== null && !parseCivilDate(asOf))
    return fail('invalid-input', `--as-of: “${asOf}” is not a date of the calendar. Write it as 2026-11-20.`)
  return ok({ command, file, deal: values.deal ?? null, asOf, json: values.json, book: values.book })
}

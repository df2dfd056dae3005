import { z } from 'zod/mini'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { bookDocument } from '../../shared/document/bookDocument.ts'
import { dealDocument } from '../../shared/document/dealDocument.ts'
import { readArguments, usage } from './arguments.ts'
import { evaluateFile } from './evaluate.ts'

const schemaOf = (document: z.ZodMiniType): string =>
  JSON.stringify(z.toJSONSchema(document, { unrepresentable: 'any' }), null, 2)

/** What a command line asks for, as text; or one sentence that says why not. */
export function run(args: readonly string[]): Result<string> {
  const options = readArguments(args)
  if (!options.ok) return options
  switch (options.value.command) {
    case 'help':
      return ok(usage)
    case 'schema':
      return ok(schemaOf(options.value.book ? bookDocument : dealDocument))
    case 'evaluate':
    case 'export':
      try {
        return evaluateFile(options.value)
      } catch (error) {
        return fail('internal', `The deal could not be evaluated: ${String(error)}`)
      }
  }
}

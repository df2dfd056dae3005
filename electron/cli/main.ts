import { z } from 'zod/mini'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { dealDocument } from '../../shared/document/dealDocument.ts'
import { type CliOptions, readArguments, usage } from './arguments.ts'

/** Offtake from a terminal. Exit code 1 and one sentence on the error stream where it cannot do what was asked. */

// better-sqlite3 uses Node-API 10 and ends the process with a fault below it.
if (Number(process.versions['napi'] ?? 0) < 10) {
  process.stderr.write(
    `Offtake needs Node 22.14 or newer; this is ${process.version}. "npm ci" brings one: start it with npm.\n`,
  )
  process.exit(1)
}

async function run(options: CliOptions): Promise<Result<string>> {
  switch (options.command) {
    case 'help':
      return ok(usage)
    case 'schema':
      return ok(JSON.stringify(z.toJSONSchema(dealDocument, { unrepresentable: 'any' }), null, 2))
    case 'evaluate': {
      const { evaluateFile } = await import('./evaluate.ts')
      try {
        return evaluateFile(options)
      } catch (error) {
        return fail('internal', `The deal could not be evaluated: ${String(error)}`)
      }
    }
  }
}

const options = readArguments(process.argv.slice(2))
const answer = options.ok ? await run(options.value) : options
if (answer.ok) process.stdout.write(`${answer.value}\n`)
else {
  process.stderr.write(`${answer.error.message}\n`)
  process.exitCode = 1
}

/**
 * A process of its own that does one thing to a book, to be killed while it does:
 *
 *     node test/book/acting.ts <action> <folder> [<n>]
 *
 * It says "begin" just before, and "done" with the milliseconds it took. With a number, it kills itself at the n-th thing
 * it would do to a file by Node: nobody else hits the moment between two of them.
 */
import fs, { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { actions, type ActionName, placeIn } from './actions.ts'

const [name = '', folder = '', at = ''] = process.argv.slice(2)

// Written at once and whole, so that what was said is known even if this process ends on the next line.
const say = writeSync
const place = placeIn(folder)
const { act } = actions[name as ActionName].ready(place)
if (at !== '') dieAtStep(Number(at))
say(1, 'begin\n')
const start = performance.now()
act()
say(1, `done ${performance.now() - start}\n`)
process.stdin.resume()

/** The functions of Node that change something; each does what it does, up to the one that is never reached. */
function dieAtStep(last: number): void {
  let step = 0
  const changing = [
    'openSync',
    'writeSync',
    'fsyncSync',
    'linkSync',
    'renameSync',
    'rmSync',
    'copyFileSync',
    'mkdirSync',
  ] as const
  const functions = fs as unknown as Record<string, (...values: unknown[]) => unknown>
  for (const key of changing) {
    const real = functions[key]!
    functions[key] = (...values) => {
      if (step === last) process.kill(process.pid, 'SIGKILL')
      step += 1
      return real(...values)
    }
  }
  syncBuiltinESMExports()
}

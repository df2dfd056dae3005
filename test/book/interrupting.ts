import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { type ActionName, actions, placeIn } from './actions.ts'
import { examine, type Findings, found as stateOf } from './examining.ts'
import { ownFolder } from './folder.ts'
import { killed, linesOf, start } from './process.ts'

interface Row extends Omit<Findings, 'said'> {
  kills: number
  /** Of them, those that came before the process said that it was done. */
  within: number
}

/**
 * Kills a process while it does each of these things to a book, so many times, at moments spread over the time that it
 * takes, which is measured first where it is not said; and examines what is left. Answers with what was found, by action.
 */
export async function interruptAtRandom(
  names: readonly ActionName[],
  times: number,
  milliseconds?: number,
): Promise<Record<string, Row>> {
  const table: Record<string, Row> = {}
  for (const name of names) {
    const row = (table[name] = emptyRow())
    const duration = milliseconds ?? (await interrupt(name, row, Infinity))!
    // One in each of as many equal parts of it.
    for (let i = 0; i < times; i += 1) await interrupt(name, row, ((i + Math.random()) / times) * duration)
  }
  return table
}

/** The same, killed before each single thing that is done to a file by Node. */
export async function interruptAtEachStep(names: readonly ActionName[]): Promise<Record<string, Row>> {
  const table: Record<string, Row> = {}
  for (const name of names) {
    const row = (table[name] = emptyRow())
    for (let step = 0; (await interrupt(name, row, Infinity, step)) === null; step += 1);
  }
  return table
}

const emptyRow = (): Row => ({ kills: 0, within: 0, torn: 0, lost: 0, stopped: 0, left: 0 })

/** Answers with the milliseconds the action took; null where it was killed before its end. */
async function interrupt(name: ActionName, row: Row, delay: number, step?: number): Promise<number | null> {
  const place = placeIn(ownFolder())
  actions[name].prepare(place)
  const before = stateOf(place)
  const child = start('acting.ts', name, place.folder, ...(step === undefined ? [] : [String(step)]))
  let took: number | null = null
  for await (const line of linesOf(child)) {
    if (line === 'begin' && delay < Infinity) void killAfter(child, delay)
    if (!line.startsWith('done ')) continue
    took = Number(line.slice(5))
    child.kill('SIGKILL')
  }
  await killed(child)
  const wasKilled = delay < Infinity || took === null
  if (wasKilled) row.kills += 1
  if (wasKilled && took === null) row.within += 1
  const found = examine(name, place, before)
  for (const key of ['torn', 'lost', 'stopped', 'left'] as const) row[key] += found[key]
  for (const what of found.said)
    console.error(`${name}${step === undefined ? '' : `, step ${step}`}: ${what}`)
  return took
}

async function killAfter(child: ChildProcess, delay: number): Promise<void> {
  await wait(delay)
  child.kill('SIGKILL')
}

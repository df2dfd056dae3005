import { expect } from 'vitest'
import { opened, fee, sampleIn, value } from './books.ts'
import { ownFolder } from './folder.ts'
import { killed, linesOf, start } from './process.ts'
import { hostile } from './hostile.ts'

interface Outcome {
  end: number
  outcome: string
  wrong: string[]
  /** Milliseconds. */
  open: number
  recover: number
  /** The most the process took so far, in mebibytes. */
  memory: number
}

/** Milliseconds after which a file counts as one whose reading never ends. */
const neverEnding = 120_000
/** Texts of tens of megabytes have their copies; a version that inflates to a gibibyte takes twice as much. */
const mostMemory = 1600

/** Opens so many hostile files in another process, and says what came of each kind. */
export async function openHostileFiles(times: number): Promise<void> {
  const folder = ownFolder()
  const session = opened(sampleIn(folder, 'Sound.offtake'))
  value(session.edit(fee(5), 0))
  value(session.keepVersion({ id: 'sent', name: 'Sent', madeAt: '2026-11-20T10:00:00.000Z' }))
  value(session.edit(fee(6), 1))
  session.close()

  const counts: Record<string, Record<string, number>> = {}
  const wrong: string[] = []
  const most = { open: 0, recover: 0, memory: 0 }
  const note = (i: number, found: string) => {
    const kind = (counts[hostile[i % hostile.length]![0]] ??= {})
    kind[found] = (kind[found] ?? 0) + 1
  }
  for (let next = 0; next < times;) {
    const outcomes = outcomesFrom(folder, next, times)
    for await (const found of outcomes) {
      const name = hostile[found.end % hostile.length]![0]
      next = found.end + 1
      note(found.end, found.outcome)
      for (const what of found.wrong) wrong.push(`${found.end} (${name}): ${what}`)
      for (const key of ['open', 'recover', 'memory'] as const) most[key] = Math.max(most[key], found[key])
    }
    if (next >= times) break
    wrong.push(`${next} (${hostile[next % hostile.length]![0]}): crashed, or never came to an end`)
    note(next, 'crashed')
    next += 1
  }
  const totals: Record<string, number> = {}
  for (const kind of Object.values(counts))
    for (const [found, count] of Object.entries(kind)) totals[found] = (totals[found] ?? 0) + count
  console.log(`${times} hostile files of ${Object.keys(counts).length} kinds:`, totals, 'at most', most)
  if (times > hostile.length) console.table(counts)
  expect(wrong).toEqual([])
  expect(most.memory).toBeLessThan(mostMemory)
}

/** What came of each file, until all are done, or until one of them ends the process or never ends. */
async function* outcomesFrom(folder: string, first: number, end: number): AsyncGenerator<Outcome> {
  const child = start('opener.ts', folder, String(first), String(end))
  let deadline: NodeJS.Timeout | undefined
  for await (const line of linesOf(child)) {
    const said = JSON.parse(line) as Outcome | { begin: number }
    clearTimeout(deadline)
    if ('begin' in said) deadline = setTimeout(() => child.kill('SIGKILL'), neverEnding)
    else yield said
  }
  clearTimeout(deadline)
  await killed(child)
}

/**
 * A process of its own that makes hostile files of a sound book and opens each, so that one that crashes or never ends
 * takes no test with it:
 *
 *     node test/book/opener.ts <folder> <first> <beyond the last>
 *
 * It says before each file which it is, and afterwards, as JSON, what came of it.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { config } from 'zod/mini'
import { openBook } from '../../electron/book/open.ts'
import { recoveryOf, salvageInPlace } from '../../electron/book/recovery.ts'
import { compare } from '../../shared/engine/compare.ts'
import { contentsOf } from './contentsOf.ts'
import { hostile } from './hostile.ts'
import { numbers } from './numbers.ts'

// As the app has it.
config({ jitless: true })

const [folder = '', first = '', end = ''] = process.argv.slice(2)
const sound = readFileSync(join(folder, 'Sound.offtake'))
const today = '2026-11-20'
const clock = () => new Date('2026-11-20T12:30:00Z')
const say = (what: unknown) => writeSync(1, `${JSON.stringify(what)}\n`)

/** The milliseconds something takes, with what it gave. */
function timed<T>(work: () => T): [T, number] {
  const start = performance.now()
  const found = work()
  return [found, Math.round(performance.now() - start)]
}

for (let i = Number(first); i < Number(end); i += 1) {
  const [name, spoil] = hostile[i % hostile.length]!
  const own = join(folder, String(i))
  const path = join(own, 'Book.offtake')
  mkdirSync(own)
  writeFileSync(path, sound)
  const random = numbers(1 + i * 7919)
  // Seeds that are near each other begin alike.
  for (let skipped = 0; skipped < 20; skipped += 1) random.next()
  spoil(path, (below) => random.next().value % Math.max(1, Math.floor(below)))
  say({ begin: i, name })
  say({ end: i, ...outcomeOf(path, own), memory: Math.round(process.resourceUsage().maxRSS / 1024) })
  rmSync(own, { recursive: true, force: true })
}

function outcomeOf(
  path: string,
  own: string,
): { outcome: string; wrong: string[]; open: number; recover: number } {
  const wrong: string[] = []
  const before = contentsOf(own)
  const [result, open] = timed(() => readThrough(path))
  if (result.ok) return { outcome: 'opened', wrong, open, recover: 0 }
  if (!isDeepStrictEqual(contentsOf(own), before)) wrong.push('something was changed')
  const { code, message } = result.error
  if (
    code === 'internal' ||
    !/^[“A-Z].*“Book\.offtake”|^“Book\.offtake”.*/.test(message) ||
    !message.endsWith('.')
  )
    wrong.push(message)
  if (code !== 'damaged') return { outcome: code, wrong, open, recover: 0 }

  const bytes = readFileSync(path)
  const [, looked] = timed(() => recoveryOf(path, [], today))
  if (!isDeepStrictEqual(contentsOf(own), before))
    wrong.push('something was changed by looking for what can be read')
  const [salvaged, made] = timed(() => salvageInPlace(path, today, clock))
  const kept = salvaged.ok ? join(own, salvaged.value.aside) : path
  if (!existsSync(kept) || !readFileSync(kept).equals(bytes)) wrong.push('the damaged file was changed')
  const again = salvaged.ok ? readThrough(path) : null
  if (again && !again.ok) wrong.push(`after recovery: ${again.error.message}`)
  return {
    outcome: salvaged.ok ? 'damaged, recovered' : 'damaged',
    wrong,
    open,
    recover: Math.max(looked, made),
  }
}

/** Opens a book, evaluates it, and reads its versions, whether they can be read or not. */
function readThrough(path: string): ReturnType<typeof openBook> {
  const opened = openBook(path)
  if (!opened.ok) return opened
  const session = opened.value
  compare(session.snapshot().workspace.book)
  // The rest of a large book is read once the first of it is on the screen.
  const settled = session.settle()
  if (!settled.ok) {
    session.close()
    return settled
  }
  const versions = session.versions()
  if (versions.ok) for (const { id } of versions.value) session.readVersion(id)
  session.close()
  return opened
}

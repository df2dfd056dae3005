/**
 * A process of its own that holds a book open and makes edits, for tests that lock books and kill writers:
 *
 *     node test/book/writer.ts <book> <number of edits>
 *
 * It prints the revision of the open book, then each one that was acknowledged, and stays until its input ends.
 */
import { writeSync } from 'node:fs'
import { openBook } from '../../electron/book/open.ts'
import { editNumber } from './edits.ts'

const [path = '', count = '0'] = process.argv.slice(2)
const session = openBook(path)
if (!session.ok) throw new Error(session.error.message)

// Written at once and whole, so that what was acknowledged is known even if this process ends on the next line.
const say = (revision: number) => writeSync(1, `${revision}\n`)

let { revision } = session.value.snapshot()
say(revision)
for (const end = revision + Number(count); revision < end;) {
  const made = session.value.edit(editNumber(revision), revision)
  if (!made.ok) throw new Error(made.error.message)
  revision = made.value.revision
  say(revision)
}
process.stdin.resume().on('end', () => session.value.close())

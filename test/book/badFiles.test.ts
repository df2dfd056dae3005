import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openBook } from '../../electron/book/open.ts'
import { schemaVersion } from '../../electron/db/schema.ts'
import type { ErrorCode, Result } from '../../shared/contract/result.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { expectRefusal, opened, sampleIn } from './books.ts'
import { contentsOf, ownDisk, ownFolder } from './folder.ts'
import { exportTo } from './summaries.ts'

const smallestPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function written(name: string, content: string | Buffer): string {
  const path = join(ownFolder(), name)
  writeFileSync(path, content)
  return path
}

/** The sample book after another program ran this on it. */
function tampered(sql: string, { unsafe = false } = {}): string {
  const path = sampleIn(ownFolder())
  const other = new Database(path)
  if (unsafe) other.unsafeMode()
  other.pragma('foreign_keys = OFF')
  other.exec(sql)
  other.close()
  return path
}

/** States that opening is refused, by name, and that nothing in the folder differs afterwards. */
function expectNotOpened(path: string, code: ErrorCode): void {
  const before = contentsOf(dirname(path))
  expectRefusal(openBook(path), code, basename(path))
  expect(contentsOf(dirname(path))).toEqual(before)
}

describe('a file that is not a book is not opened, and left as it is', () => {
  it.each([
    ['a text file', 'letter.txt', 'Dear Sirs,\n'],
    ['a long text file', 'letter.offtake', 'Dear Sirs,\n'.repeat(1000)],
    ['a picture', 'picture.png', smallestPng],
    ['the beginning of a database', 'short.offtake', 'SQLite format 3\0'],
  ])('%s', (_what, name, content) => expectNotOpened(written(name, content), 'not-a-book'))

  it('another program’s database', () => {
    const path = join(ownFolder(), 'places.sqlite')
    const other = new Database(path)
    other.exec('CREATE TABLE places (url TEXT); PRAGMA user_version = 1; PRAGMA application_id = 252006675')
    other.close()
    expectNotOpened(path, 'not-a-book')
  })

  it('an empty file', () => expectNotOpened(written('empty.offtake', ''), 'empty-file'))

  it('a folder', () => {
    const path = join(ownFolder(), 'folder.offtake')
    mkdirSync(path)
    expectNotOpened(path, 'not-a-book')
  })

  it('a file that is not there', () => expectNotOpened(join(ownFolder(), 'gone.offtake'), 'not-found'))

  it('a link to a file that is not there', () => {
    const folder = ownFolder()
    symlinkSync(join(folder, 'gone'), join(folder, 'link.offtake'))
    expectNotOpened(join(folder, 'link.offtake'), 'not-found')
  })
})

describe('a book of a newer version', () => {
  it.each([schemaVersion + 1, 99, -1])('(%i) is not opened, and left as it is', (version) =>
    expectNotOpened(tampered(`PRAGMA user_version = ${version}`), 'newer-version'),
  )
})

describe('a damaged book is not opened, and left as it is', () => {
  it('one that ends too early', () => {
    const path = sampleIn(ownFolder())
    writeFileSync(path, readFileSync(path).subarray(0, 40_000))
    expectNotOpened(path, 'damaged')
  })

  it('one with a page of another file in it', () => {
    const path = sampleIn(ownFolder())
    const bytes = readFileSync(path)
    bytes.fill(0xa5, 5 * 4096, 6 * 4096)
    writeFileSync(path, bytes)
    expectNotOpened(path, 'damaged')
  })

  it('one with a flipped bit that only an index tells of', () => {
    const path = sampleIn(ownFolder())
    const bytes = readFileSync(path)
    const places = [...bytes.toString('latin1').matchAll(/colossus-lease\/fee/g)].map(({ index }) => index)
    expect(places.length).toBeGreaterThan(1)
    bytes[places[0]!]! ^= 0x04
    writeFileSync(path, bytes)
    expectNotOpened(path, 'damaged')
  })

  it.each([
    ['a value its column does not allow', "PRAGMA ignore_check_constraints = ON; UPDATE deals SET name = ''"],
    ['a value no book can hold', "UPDATE deals SET start = '2026-02-30' WHERE id = 'colossus-lease'"],
    ['a currency nobody knows', "UPDATE settings SET currency = 'XXX'"],
    ['a part without its deal', "DELETE FROM deals WHERE id = 'colossus-lease'"],
    [
      'a deal without a charge',
      "DELETE FROM ramp_steps; DELETE FROM charges WHERE deal_id = 'colossus-lease'",
    ],
    ['no settings', 'DELETE FROM settings'],
    ['no revision', 'DELETE FROM book_state'],
    ['a history that is shorter than it says', 'UPDATE book_state SET history_cursor = 1'],
    [
      'history no book can have',
      "INSERT INTO history_steps VALUES (1, '2026-11-20T10:00:00Z', 'Edit', '[1]')",
    ],
    ['no version', 'PRAGMA user_version = 0'],
  ])('one with %s', (_what, sql) => expectNotOpened(tampered(sql), 'damaged'))

  it.each([
    ['an added trigger', 'CREATE TRIGGER t AFTER UPDATE ON deals BEGIN DELETE FROM evidence; END'],
    ['an added view', 'CREATE VIEW v AS SELECT * FROM deals'],
    ['an added table', 'CREATE TABLE notes (note TEXT)'],
    ['an added index', 'CREATE INDEX i ON deals (name)'],
    ['an added column', 'ALTER TABLE deals ADD COLUMN remark TEXT'],
    ['a missing index', 'DROP INDEX charges_by_deal'],
    ['a missing table', 'DROP TABLE evidence'],
  ])('one with %s', (_what, sql) => expectNotOpened(tampered(sql), 'damaged'))

  it('one with a trigger under a name that SQLite keeps for itself', () => {
    const sql = `CREATE TRIGGER t AFTER UPDATE ON deals BEGIN DELETE FROM evidence; END;
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET name = 'sqlite_stat9', sql = replace(sql, 'TRIGGER t', 'TRIGGER sqlite_stat9') WHERE name = 't'`
    expectNotOpened(tampered(sql, { unsafe: true }), 'damaged')
  })
})

describe('a book that may only be read', () => {
  it('is not opened from a folder nobody may write to', () => {
    const path = sampleIn(ownFolder())
    permit(path, { file: 0o666, folder: 0o555 })
    expectRefusedToNobody('open', path)
  })

  it('is not opened where the file itself may not be written', () => {
    const path = sampleIn(ownFolder())
    permit(path, { file: 0o444, folder: 0o777 })
    expectRefusedToNobody('open', path)
  })

  it('is not opened from a disk that is mounted for reading', ({ skip }) => {
    const disk = ownDisk(1024)
    if (disk === null) return skip('this machine lets no test mount a disk')
    const path = sampleIn(disk)
    execFileSync('mount', ['-o', 'remount,ro', disk])
    expectNotOpened(path, 'read-only')
  })
})

describe('in a folder nobody may write to', () => {
  it.each(['create', 'export'])('a file is refused by name, and none is left (%s)', (task) => {
    const path = join(ownFolder(), task === 'create' ? 'New.offtake' : 'Summary.pdf')
    permit(path, { folder: 0o555 })
    expectRefusedToNobody(task, path)
  })

  it('a summary leaves the one that was there before', () => {
    const path = written('Summary.pdf', 'the one before')
    permit(path, { file: 0o666, folder: 0o555 })
    expectRefusedToNobody('export', path)
  })
})

it('a summary that is cancelled writes nothing', async () => {
  expect(await exportTo(null)).toEqual({ ok: true, value: { status: 'cancelled' } })
})

it('a summary takes the place of the one before, and leaves nothing beside it', async () => {
  const path = written('Summary.pdf', 'the one before')
  expect(await exportTo(path)).toEqual({ ok: true, value: { status: 'saved', fileName: 'Summary.pdf' } })
  expect(Object.keys(contentsOf(dirname(path)))).toEqual(['Summary.pdf'])
  expect(readFileSync(path, 'latin1')).toMatch(/^%PDF-/)
})

it('a summary never takes the place of the open book', async () => {
  const path = sampleIn(ownFolder(), 'Book.pdf')
  const session = opened(path)
  expectRefusal(await exportTo(path, session), 'refused', 'Book.pdf')
  session.close()
  expect(opened(path).snapshot().workspace.book).toEqual(sampleBook())
})

function permit(path: string, { file, folder }: { file?: number; folder: number }): void {
  if (file !== undefined) chmodSync(path, file)
  chmodSync(dirname(path), folder)
  onTestFinished(() => chmodSync(dirname(path), 0o755))
}

function expectRefusedToNobody(task: string, path: string): void {
  const before = contentsOf(dirname(path))
  const script = resolve(import.meta.dirname, 'elsewhere.ts')
  const output = execFileSync(process.execPath, [script, task, path, '--as-nobody'])
  expectRefusal(JSON.parse(output.toString()) as Result<unknown>, 'read-only', basename(path))
  expect(contentsOf(dirname(path))).toEqual(before)
}

import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { copyFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { applicationId } from '../../electron/db/schema.ts'
import type { Spoil } from './hostile.ts'
import { tampered } from './hostileSchemas.ts'

/** Puts one value where another was, whatever its column says. */
const put =
  (sql: string, value: () => unknown): Spoil =>
  (path) => {
    const file = new Database(path)
    file.pragma('ignore_check_constraints = ON')
    file.prepare(sql).run(value())
    file.close()
  }

const history = (changes: () => string): Spoil =>
  put(
    'UPDATE history_steps SET changes = ? WHERE sequence = (SELECT max(sequence) FROM history_steps)',
    changes,
  )

const version = (book: () => Buffer): Spoil => put('UPDATE versions SET book = ?', book)

const mebibyte = 2 ** 20

const raw = (bytes: Buffer): Buffer =>
  deflateRawSync(bytes, { level: 1, finishFlush: constants.Z_FULL_FLUSH })

/** So many mebibytes of zeros behind these bytes, deflated a thousandfold and made without taking memory here. */
function bomb(start: Buffer, mebibytes: number): Buffer {
  const zeros = raw(Buffer.alloc(mebibyte))
  // Adler-32, which ends such a stream: a zero adds nothing to the first sum, and that to the second.
  let [a, b] = [1, 0]
  for (const byte of start) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  b = (b + a * ((mebibytes * mebibyte) % 65_521)) % 65_521
  const end = Buffer.from([0x03, 0, 0, 0, 0, 0])
  end.writeUInt16BE(b, 2)
  end.writeUInt16BE(a, 4)
  const middle = Array.from({ length: mebibytes }, () => zeros)
  return Buffer.concat([Buffer.from([0x78, 0x01]), raw(start), ...middle, end])
}

/** The first page of what says that it is a book of so many pages. */
function header(pages: number): Buffer {
  const page = Buffer.alloc(4096)
  page.write('SQLite format 3\0', 'latin1')
  page.writeUInt16BE(4096, 16)
  page.writeUInt32BE(pages, 28)
  page.writeUInt32BE(3, 60)
  page.writeUInt32BE(applicationId, 68)
  return page
}

/** Writes rows as if their table were not strict, and says afterwards that it is. */
const loosely = (table: string, sql: string): Spoil => {
  const list = (change: string) =>
    tampered(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ${change} WHERE name = '${table}'`)
  return (path, next) => {
    list("replace(sql, ') STRICT', ')')")(path, next)
    tampered(sql)(path, next)
    list("sql || ' STRICT'")(path, next)
  }
}

const change = '{"kind":"deals","id":"colossus-lease","before":null,"after":null}'

/** A book of an earlier version in which something is wrong. */
const earlier =
  (fixture: string, sql: string): Spoil =>
  (path, next) => {
    copyFileSync(resolve(import.meta.dirname, '../fixtures', fixture), path)
    tampered(sql)(path, next)
  }

/** Books whose rows hold what no book can hold, or a great deal of it. */
export const hostileRows: Readonly<Record<string, Spoil>> = {
  'a note of 30 MB': put('UPDATE deals SET notes = ?', () => 'n'.repeat(30 * mebibyte)),
  'a quotation of 30 MB': put('UPDATE evidence SET quotation = ? WHERE rowid = 3', () =>
    '電'.repeat(10 * mebibyte),
  ),
  'a version of 40 MB of noise': version(() => Buffer.alloc(40 * mebibyte, 0xa5)),
  'wrong types': loosely(
    'deals',
    "UPDATE deals SET position = 'first', shown = 'yes', start = x'00ff', name = 7",
  ),
  'a blob for a text': loosely('charges', "UPDATE charges SET label = x'ff00ff00'"),
  'texts that are not UTF-8': tampered("UPDATE deals SET notes = CAST(x'fffec080ed' AS TEXT)"),
  'numbers out of range': tampered(
    (next) =>
      `UPDATE charges SET monthly_fee = ${['9223372036854775807', '-1', '9007199254740993', '10000000000001'][next(4)]}`,
  ),
  'positions out of range': tampered('UPDATE deals SET position = 9223372036854775807'),
  'a revision out of range': tampered('UPDATE book_state SET revision = 9223372036854775807'),
  'NUL in texts': tampered(
    "UPDATE deals SET name = 'a' || char(0) || 'b'; UPDATE evidence SET source = char(0)",
  ),
  'NUL in a note': tampered("UPDATE deals SET notes = 'a' || char(0) || 'b'"),
  'an empty id': tampered("UPDATE evidence SET id = '' WHERE rowid = 1"),
  'ids every object has': tampered(
    "UPDATE evidence SET id = '__proto__' WHERE rowid = 1; UPDATE evidence SET id = 'constructor' WHERE rowid = 2",
  ),
  'a right twice': (path, next) => {
    const list = (sql: string) => tampered(`PRAGMA writable_schema = ON; ${sql}`)(path, next)
    list(`DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_termination_rights_2';
      UPDATE sqlite_schema SET sql = replace(sql, 'UNIQUE (deal_id, party)', 'CHECK (1)') WHERE name = 'termination_rights'`)
    tampered("UPDATE termination_rights SET party = 'buyer' WHERE rowid IN (2, 4)")(path, next)
    list(
      `UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (1)', 'UNIQUE (deal_id, party)') WHERE name = 'termination_rights'`,
    )
  },
  'deals without parts': tampered((next) => {
    const table = ['charges', 'tranches', 'termination_rights'][next(3)]!
    return `DELETE FROM ramp_steps; DELETE FROM delivery_steps; DELETE FROM termination_fees; DELETE FROM escalators; DELETE FROM ${table}`
  }),
  'parts without deals': tampered('DELETE FROM deals WHERE rowid = 2'),
  'deals in one place': tampered('UPDATE deals SET shown = 1, position = 7'),
  'a thousand deals that contradict themselves': tampered(`
    WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 1010)
      INSERT INTO deals (id, position, shown, name, buyer, provider, facility, start, "end", discount_rate)
      SELECT 'd' || i, i, 0, 'Deal', '', '', '', '2026-01-01', '2149-01-01', 0 FROM n`),
  'history that nests': history(() => '['.repeat(900) + ']'.repeat(900)),
  'history that nests without end': history(() => '['.repeat(500_000) + ']'.repeat(500_000)),
  'history for a prototype': history(
    () => `[{"kind":"deals","id":"__proto__","before":null,"after":{"__proto__":{"shown":true}}}]`,
  ),
  'history with a property too many': history(
    () => `[{"__proto__":{"kind":"deals"},"id":"a","before":null,"after":null}]`,
  ),
  'history of 100,000 changes': history(() => `[${Array.from({ length: 100_000 }, () => change).join(',')}]`),
  'history of 100,000 changes of no kind': history(
    () => `[${Array.from({ length: 100_000 }, () => change.replace('deals', 'dealz')).join(',')}]`,
  ),
  'a name of a step without end': put('UPDATE history_steps SET label = ?', () => 'x'.repeat(20 * mebibyte)),
  'a step at no time': tampered("UPDATE history_steps SET at = 'yesterday'"),
  'steps beyond the last': tampered('UPDATE book_state SET history_cursor = 99999'),
  'a version that is a bomb': version(() => bomb(Buffer.alloc(0), 1024)),
  'a version that is a bomb with a header': version(() => bomb(header((1024 * mebibyte) / 4096 + 1), 1024)),
  'a version that is longer than it says': version(() => bomb(header(20), 1024)),
  'a version that is no book': version(() => deflateSync(Buffer.from('no book'))),
  'a version at no time': tampered("UPDATE versions SET made_at = 'yesterday', name = char(0)"),
  'an earlier book with a day that is none': earlier(
    'book-v1.offtake',
    "UPDATE deals SET start = '2026-02-30' WHERE rowid = 1",
  ),
  'an earlier book whose parts are orphans': earlier('book-v2.offtake', 'DELETE FROM deals WHERE rowid = 1'),
  'an earlier book with a value its next version forbids': earlier(
    'book-v2.offtake',
    "UPDATE charges SET net_days = -1; UPDATE deals SET name = ''",
  ),
}

import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openBook } from '../../electron/book/open.ts'
import { readBookOnly } from '../../electron/book/readOnly.ts'
import { limits } from '../../shared/schema/limits.ts'
import { expectRefusal, opened, sampleIn, value } from './books.ts'
import { version } from './actions.ts'
import { ownFolder } from './folder.ts'

const deal = 'colossus-lease'

function changed(sql: string): string {
  const path = sampleIn(ownFolder())
  const file = new Database(path)
  file.unsafeMode()
  file.pragma('ignore_check_constraints = ON')
  file.exec(sql)
  file.close()
  return path
}

/** As many rows of a table, each from the values of one; `i` counts them. */
const rows = (table: string, count: number, values: string) =>
  changed(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO ${table} SELECT ${values} FROM n`)

const copyOf = (table: string, count: number) =>
  changed(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}),
    one AS (SELECT * FROM ${table} WHERE deal_id = '${deal}' LIMIT 1)
    INSERT INTO ${table} SELECT ${columnsOf(table)} FROM n, one`)

/** The columns of a table for another row of it: another id, and for a source another term. */
function columnsOf(table: string): string {
  const file = new Database(sampleIn(ownFolder()))
  const names = (file.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
  file.close()
  return names
    .map((name) => (name === 'id' ? "'x' || i" : name === 'term' ? "'term' || i" : `"${name}"`))
    .join(', ')
}

const many: readonly (readonly [sentence: string, make: () => string])[] = [
  [
    '10000 deals',
    () =>
      rows(
        'deals (id, position, shown, name, buyer, provider, facility, start, "end", discount_rate)',
        10_001,
        `'d' || i, i, 0, 'Deal', '', '', '', '2026-01-01', '2027-01-01', 0`,
      ),
  ],
  ['12 charges of one deal', () => copyOf('charges', 13)],
  ['12 tranches of one deal', () => copyOf('tranches', 13)],
  [
    '600 fees and credits on a date of one deal',
    () => rows('one_offs', 601, `'o' || i, '${deal}', i, 'Fee', '2026-06-01', 'fee', 1`),
  ],
  [
    '60 prepayments and deposits of one deal',
    () => rows('advances', 61, `'a' || i, '${deal}', i, 'Deposit', 'deposit', NULL, 1, NULL, NULL, 1, 0`),
  ],
  ['12 renewals of one deal', () => rows('renewals', 13, `'r' || i, '${deal}', i, 12, 0, 30, 500000`)],
  ['1000 sources of one deal', () => copyOf('evidence', 1001)],
  // A million of them kept the main process for 17 seconds.
  [
    '60 ramp steps of one charge',
    () =>
      rows(
        'ramp_steps',
        1_000_000,
        `'s' || i, '${deal}/fee', '2026-06-01', '2026-07-01', 'percentOff', 1, NULL`,
      ),
  ],
  [
    '60 usage steps of one charge',
    () => rows('usage_steps', 61, `'u' || i, '${deal}/fee', '2026-06-01', '2026-07-01', 1`),
  ],
  [
    '60 delivery steps of one tranche',
    () => rows('delivery_steps', 61, `'s' || i, '${deal}/capacity', '2026-06-01', '2026-07-01', 1, NULL`),
  ],
  [
    '60 fees for leaving of one right',
    () => rows('termination_fees', 61, `'f' || i, '${deal}/buyer', '2026-06-01', '2026-07-01', 1`),
  ],
]

describe('a file that holds more than a book can', () => {
  it.each(many)(
    'is refused in a sentence, before its rows are read: more than %s',
    (sentence, make) => {
      const path = make()
      const bytes = readFileSync(path)
      for (const refused of [openBook(path), readBookOnly(path)]) {
        expectRefusal(refused, 'refused', 'Sample.offtake')
        expect(refused.ok || refused.error.message).toContain(`has more than ${sentence}, which is more than`)
      }
      expect(readFileSync(path).equals(bytes)).toBe(true)
    },
    60_000,
  )

  it('opens with a hundred thousand steps of history, of which those near where it stands are read', () => {
    const path = rows('history_steps', 100_000, `i, '2026-11-20T10:00:00Z', 'Edit ' || i, '[]'`)
    const file = new Database(path)
    file.exec('UPDATE book_state SET history_cursor = 50000')
    file.close()
    const session = opened(path)
    const { history } = session.snapshot().workspace
    expect(history.steps.map(({ label }) => label).slice(0, 1)).toEqual(['Edit 49801'])
    expect(history.steps).toHaveLength(2 * limits.stepsAcrossRestarts)
    expect(history.cursor).toBe(limits.stepsAcrossRestarts)
    value(session.edit({ type: 'undo' }, 0))
    session.close()
    const again = new Database(path, { readonly: true })
    expect(again.prepare('SELECT count(*) FROM history_steps').pluck().get()).toBe(400)
    expect(again.prepare('SELECT history_cursor FROM book_state').pluck().get()).toBe(199)
    again.close()
    expect(opened(path).snapshot().workspace.history.steps[0]!.label).toBe('Edit 49801')
  })

  it('lists a thousand versions at most, and keeps no more', () => {
    const session = opened(
      rows('versions', 1001, `'v' || i, 'Version ' || i, '2026-11-20T10:00:00Z', 0, 3, x'00'`),
    )
    expect(value(session.versions())).toHaveLength(limits.versions)
    expect(session.keepVersion(version)).toEqual({
      ok: false,
      error: {
        code: 'refused',
        message: 'A book keeps at most 1000 versions of itself. Save a copy of it instead.',
      },
    })
  })
})

describe('the statistics of SQLite', () => {
  it('may be in a book', () => {
    const path = changed('ANALYZE')
    value(
      opened(path).edit(
        { type: 'do', at: version.madeAt, command: { type: 'settings.set', changes: { name: 'Named' } } },
        0,
      ),
    )
  })

  it.each([
    ['with a check', `CREATE TABLE sqlite_stat1(tbl,idx,stat, CHECK (length(hex(zeroblob(400000000))) > 1))`],
    ['with a column more', 'CREATE TABLE sqlite_stat1(tbl,idx,stat,more)'],
    ['of another name', 'CREATE TABLE sqlite_stat2(tbl,idx,stat)'],
    ['of a name that begins so', 'CREATE TABLE sqlite_statistics(tbl,idx,stat)'],
    ['under another name', 'CREATE TABLE sqlite_stat4(tbl,idx,stat)'],
  ])('that are none of its own are refused (%s)', (_what, sql) => {
    const name = /TABLE (\w+)/.exec(sql)![1]!
    const path = changed(`CREATE TABLE other (tbl, idx, stat); PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET name = '${name}', tbl_name = '${name}', sql = '${sql}' WHERE name = 'other'`)
    expectRefusal(openBook(path), 'damaged', 'Sample.offtake')
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBook } from '../../electron/book/create.ts'
import { openBook } from '../../electron/book/open.ts'
import { readBookOnly } from '../../electron/book/readOnly.ts'
import { startCore } from '../../electron/core.ts'
import { expectRefusal, opened, sampleIn, value } from './books.ts'
import { ownFolder } from './folder.ts'
import { largeBook } from './largeBook.ts'

const deal = 'colossus-lease'

/** Terms that each can be, and together cannot: what a book whose rows are all sound may still hold. */
const contradictions: readonly (readonly [name: string, sql: string, sentence: RegExp])[] = [
  [
    'an escalator of 100 % a month from 1990',
    `UPDATE deals SET start = '1990-01-01', "end" = '2050-01-01', signed = NULL WHERE id = '${deal}';
     DELETE FROM escalators WHERE charge_id = '${deal}/fee';
     INSERT INTO escalators VALUES ('e', '${deal}/fee', 'fixed', 1000000, NULL, NULL, '1990-02-01', 1, 'standard', NULL, 0)`,
    /escalator|escalation|term/,
  ],
  [
    'a term of 160 years at the largest fee',
    `UPDATE deals SET start = '1990-01-01', "end" = '2150-01-01', signed = NULL WHERE id = '${deal}';
     UPDATE charges SET monthly_fee = 10000000000000 WHERE id = '${deal}/fee'`,
    /900 months/,
  ],
  [
    'a prepayment that is credited over no month',
    `INSERT INTO advances VALUES ('a', '${deal}', 0, 'Prepaid', 'prepayment', NULL, 100, NULL, NULL, 1, 0)`,
    /over how many months/,
  ],
  [
    'a deposit that is credited month by month',
    `INSERT INTO advances VALUES ('a', '${deal}', 0, 'Deposit', 'deposit', NULL, 100, NULL, NULL, 1, 3)`,
    /is a deposit/,
  ],
  ['a signing after the end', `UPDATE deals SET signed = '2140-01-01' WHERE id = '${deal}'`, /signing date/],
  [
    'steps that overlap',
    `DELETE FROM ramp_steps WHERE charge_id = '${deal}/fee';
     INSERT INTO ramp_steps VALUES ('s', '${deal}/fee', '2026-06-01', '2026-08-01', 'percentOff', 500000, NULL);
     INSERT INTO ramp_steps VALUES ('t', '${deal}/fee', '2026-07-01', '2026-09-01', 'percentOff', 500000, NULL)`,
    /overlap/,
  ],
  [
    'a recurring charge by the kWh',
    `UPDATE charges SET basis = 'perKilowattHour' WHERE id = '${deal}/fee'`,
    /no price a kWh/,
  ],
]

function change(path: string, sql: string): void {
  const file = new Database(path)
  file.exec(sql)
  file.close()
}

describe.each(contradictions)('a sound book with %s', (_what, sql, sentence) => {
  it('is refused in a sentence that names the deal, and recovered without it', async () => {
    const folder = ownFolder()
    const path = sampleIn(folder)
    change(path, sql)
    const bytes = readFileSync(path)
    for (const refused of [openBook(path), readBookOnly(path)]) {
      expectRefusal(refused, 'damaged', 'Sample.offtake')
      expect(refused.ok || refused.error.message).toContain('“Colossus lease”')
      expect(refused.ok || refused.error.message).toMatch(sentence)
    }
    expect(readFileSync(path).equals(bytes)).toBe(true)

    const dispatch = appWith(path, folder)
    expect(await dispatch('book.read', {})).toMatchObject({ ok: false, error: { code: 'damaged' } })
    const recovered = await dispatch('recovery.salvage', {})
    expect(recovered).toMatchObject({
      ok: true,
      value: { missing: expect.arrayContaining([expect.stringContaining('“Colossus lease”')]) },
    })
    expect(await dispatch('book.read', {})).toMatchObject({ ok: true })
  })
})

/** The app, asked as its page asks it. */
function appWith(book: string, folder: string) {
  const core = startCore({ version: 'test', userData: `${folder}/app` })
  const shell = { kind: 'browser', dialogs: null, printer: null, reveal: null, copyImage: null } as const
  const { dispatch, registry } = core.openDesk({ shell, book, focus: () => undefined })
  onTestFinished(() => registry.close())
  return dispatch
}

const [, , prepayment] = contradictions

it('a large book with such a deal among those not shown is given up once it is read, and can be recovered', async () => {
  const folder = ownFolder()
  const path = `${folder}/Large.offtake`
  value(createBook(path, largeBook(168)))
  change(path, prepayment![1].replaceAll(deal, `copy-150-${deal}`))
  const dispatch = appWith(path, folder)
  expect(await dispatch('book.read', {})).toMatchObject({ ok: true, value: { isWhole: false } })
  expect(await dispatch('book.settle', {})).toMatchObject({
    ok: false,
    error: { code: 'damaged', message: expect.stringMatching(prepayment![2]) },
  })
  expect(await dispatch('book.read', {})).toMatchObject({ ok: false, error: { code: 'damaged' } })
  expect(await dispatch('recovery.salvage', {})).toMatchObject({ ok: true })
  expect(await dispatch('book.settle', {})).toMatchObject({ ok: true })
}, 60_000)

it('a version and a backup with such a deal are refused in a sentence, and the book is as it was', async () => {
  const folder = ownFolder()
  const path = sampleIn(folder)
  const other = sampleIn(folder, 'Other.offtake')
  change(other, prepayment![1])
  const file = new Database(path)
  file
    .prepare("INSERT INTO versions VALUES ('kept', 'As sent', '2026-11-20T10:00:00Z', 0, 3, ?)")
    .run(deflateSync(readFileSync(other)))
  file.close()
  const refused = opened(path).readVersion('kept')
  expectRefusal(refused, 'damaged', 'As sent')
  expect(refused.ok || refused.error.message).toMatch(prepayment![2])
})

it('an app whose last book is such a one starts, says so, and offers the others', async () => {
  const folder = ownFolder()
  const path = sampleIn(folder)
  change(path, prepayment![1])
  writeFileSync(`${folder}/settings.json`, JSON.stringify({ recentBooks: [path] }))
  const core = startCore({ version: 'test', userData: folder })
  const shell = { kind: 'browser', dialogs: null, printer: null, reveal: null, copyImage: null } as const
  const { dispatch, registry } = core.openDesk({ shell, book: null, focus: () => undefined })
  onTestFinished(() => registry.close())
  expect(await dispatch('book.read', {})).toMatchObject({
    ok: false,
    error: { code: 'damaged', message: expect.stringMatching(prepayment![2]) },
  })
  expect(await dispatch('book.recent', {})).toMatchObject({ ok: true, value: { books: [{ isThere: true }] } })
})

import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { applicationId, schemaVersion } from '../../electron/db/schema.ts'
import type { Spoil } from './hostile.ts'

const pageSize = 4096

/** Does something to the bytes of a file. */
const bytes =
  (change: (bytes: Buffer, next: (below: number) => number) => Buffer | void): Spoil =>
  (path, next) => {
    const before = readFileSync(path)
    writeFileSync(path, change(before, next) ?? before)
  }

/** Numbers of one to four bytes in the header of a database: sqlite.org/fileformat2.html, 1.3. */
const headerFields: readonly (readonly [offset: number, bytes: number])[] = [
  [16, 2],
  [18, 1],
  [19, 1],
  [20, 1],
  [21, 1],
  [22, 1],
  [23, 1],
  ...[24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 92].map((offset) => [offset, 4] as const),
]
const forgeries = [0, 1, 2, 3, 4, 0x7f, 0xff, 0x1000, 0xffff, 0x7fffffff, 0xffffffff]

/** An interior page of a table whose every child is this one. */
function fan(page: Buffer, child: number): void {
  const cells = 300
  page.fill(0)
  page[0] = 0x05
  page.writeUInt16BE(cells, 3)
  page.writeUInt32BE(child, 8)
  for (let i = 0; i < cells; i += 1) {
    const at = pageSize - 6 * (i + 1)
    page.writeUInt32BE(child, at)
    page[at + 4] = 0x84
    page[at + 5] = i % 128
    page.writeUInt16BE(at, 12 + 2 * i)
  }
  page.writeUInt16BE(pageSize - 6 * cells, 5)
}

/** Books with other bytes, and files that are none. */
export const hostileBytes: Readonly<Record<string, Spoil>> = {
  'one bit flipped': bytes((all, next) => void (all[next(all.length)]! ^= 1 << next(8))),
  'many bits flipped': bytes((all, next) => {
    for (let i = 0; i < 64; i += 1) all[next(all.length)]! ^= 1 << next(8)
  }),
  'a run of other bytes': bytes((all, next) => {
    const from = next(all.length)
    const end = Math.min(all.length, from + 1 + next(9000))
    for (let i = from; i < end; i += 1) all[i] = next(256)
  }),
  'cut short': bytes((all, next) => all.subarray(0, next(all.length))),
  'cut short at a page': bytes((all, next) => all.subarray(0, pageSize * next(all.length / pageSize))),
  'more behind it': bytes((all, next) => Buffer.concat([all, Buffer.alloc(1 + next(50_000), next(256))])),
  'a header that is forged': bytes((all, next) => {
    const [offset, length] = headerFields[next(headerFields.length)]!
    all.writeUIntBE(forgeries[next(forgeries.length)]! % 2 ** (8 * length), offset, length)
  }),
  'another journal mode': bytes((all) => void all.fill(2, 18, 20)),
  'two pages exchanged': bytes((all, next) => {
    const [one, other] = [1 + next(all.length / pageSize - 1), 1 + next(all.length / pageSize - 1)]
    const kept = Buffer.from(all.subarray(one * pageSize, (one + 1) * pageSize))
    all.copyWithin(one * pageSize, other * pageSize, (other + 1) * pageSize)
    kept.copy(all, other * pageSize)
  }),
  'pages that lead to one another without end'(path, next) {
    const file = new Database(path)
    const tables = file
      .prepare("SELECT rootpage FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all() as number[]
    const spare = file.pragma('page_count', { simple: true }) as number
    file.close()
    const all = Buffer.concat([readFileSync(path), Buffer.alloc(3 * pageSize)])
    const root = tables[next(tables.length)]!
    const leaf = Buffer.from(all.subarray((root - 1) * pageSize, root * pageSize))
    fan(all.subarray((root - 1) * pageSize, root * pageSize), spare + 1)
    fan(all.subarray(spare * pageSize, (spare + 1) * pageSize), spare + 2)
    fan(all.subarray((spare + 1) * pageSize, (spare + 2) * pageSize), spare + 3)
    leaf.copy(all, (spare + 2) * pageSize)
    all.writeUInt32BE(spare + 3, 28)
    writeFileSync(path, all)
  },
  'a journal beside it that is none': (path, next) =>
    writeFileSync(`${path}-journal`, Buffer.alloc(1 + next(9000), next(256))),
  'not a database': bytes((_all, next) => Buffer.alloc(1 + next(9000), next(256))),
  'a database of another program'(path) {
    rmSync(path)
    const file = new Database(path)
    file.exec('CREATE TABLE places (url TEXT); INSERT INTO places VALUES (1)')
    file.close()
  },
  'a database that says it is a book'(path) {
    rmSync(path)
    const file = new Database(path)
    file.exec('CREATE TABLE places (url TEXT); INSERT INTO places VALUES (1)')
    file.pragma(`application_id = ${applicationId}`)
    file.pragma(`user_version = ${schemaVersion}`)
    file.close()
  },
  'a newer version': bytes((all, next) => void all.writeUInt32BE(schemaVersion + 1 + next(9), 60)),
  'an older version than it is': bytes((all, next) => void all.writeUInt32BE(next(schemaVersion), 60)),
  'a pipe'(path) {
    rmSync(path)
    spawnSync('mkfifo', [path])
  },
}

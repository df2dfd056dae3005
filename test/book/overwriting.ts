import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { createBook } from '../../electron/book/create.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { backupsOf, type Place } from './actions.ts'
import { value } from './value.ts'

/** A book that is open, and what was copied of it before. */
export interface Overwritten {
  place: Place
  /** A copy from before this session. */
  older: string
  /** A copy of what a colleague made of it. */
  newer: string
  /** A copy from this session: SQLite's change counter is the same in it. */
  earlier: string
}

/** Writes bytes into a file at a place, and leaves the rest: the file stays the same one. */
function patch(path: string, bytes: Uint8Array, at: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
}

const pageSize = 4096

/** Writes what differs, page by page, as a program that keeps files in step does. */
function writeDifferences(from: string, to: string): void {
  const [next, old] = [readFileSync(from), readFileSync(to)]
  for (let at = 0; at < next.length; at += pageSize) {
    const page = next.subarray(at, at + pageSize)
    if (!page.equals(old.subarray(at, at + pageSize))) patch(to, page, at)
  }
  truncateSync(to, next.length)
}

/** Copies so many blocks over a file, and leaves what lies behind them. */
function copyBlocks(from: string, to: string, count: number): void {
  const blocks = Number.isFinite(count) ? `count=${count}` : ''
  const command = `dd if="$1" of="$2" bs=${pageSize} ${blocks} conv=notrunc status=none`
  execFileSync('sh', ['-c', command, 'sh', from, to])
}

/** Does something to a file, and gives it back the time of its last change, to the nanosecond. */
function keepingTime(path: string, work: () => void): void {
  const reference = `${path}.time`
  execFileSync('touch', ['-r', path, reference])
  work()
  execFileSync('touch', ['-r', reference, path])
  execFileSync('rm', [reference])
}

/** A byte of the last page, turned over. */
function flipByte(path: string): void {
  const bytes = readFileSync(path)
  const at = bytes.length - 10
  patch(path, Uint8Array.of(bytes[at]! ^ 0xff), at)
}

const fixture = (name: string) => resolve(import.meta.dirname, '../fixtures', name)

/** Every way another program may write over an open book without giving its name to another file. */
export const overwritings: Readonly<Record<string, (open: Overwritten) => void>> = {
  'cp of an older copy': ({ place, older }) => execFileSync('cp', [older, place.book]),
  'cp of an older copy with its time': ({ place, older }) => execFileSync('cp', ['-p', older, place.book]),
  'cp of a newer copy': ({ place, newer }) => execFileSync('cp', [newer, place.book]),
  'cp of a newer copy with its time': ({ place, newer }) => execFileSync('cp', ['-p', newer, place.book]),
  'a copy from this session': ({ place, earlier }) => execFileSync('cp', [earlier, place.book]),
  'a copy from this session, at the time of the last edit': ({ place, earlier }) =>
    keepingTime(place.book, () => execFileSync('cp', [earlier, place.book])),
  'an older copy, written where it differs': ({ place, older }) => writeDifferences(older, place.book),
  'a newer copy, written where it differs, at the time of the last edit': ({ place, newer }) =>
    keepingTime(place.book, () => writeDifferences(newer, place.book)),
  'a newer copy block by block (dd)': ({ place, newer }) => copyBlocks(newer, place.book, Infinity),
  'the first half of a newer copy (dd)': ({ place, newer }) =>
    copyBlocks(newer, place.book, Math.floor(statSync(newer).size / pageSize / 2)),
  'a backup of the app': ({ place }) =>
    copyFileSync(backupsOf(place).of(place.book).at(-1)!.path, place.book),
  'an empty book': ({ place }) => {
    const other = join(place.folder, 'Empty.offtake')
    value(createBook(other, emptyBook('Empty', 'EUR', '2026-01-01')))
    writeFileSync(place.book, readFileSync(other))
  },
  'a book of the first version': ({ place }) => copyFileSync(fixture('book-v1.offtake'), place.book),
  'nothing at all (0 bytes)': ({ place }) => truncateSync(place.book, 0),
  'its first half': ({ place }) => truncateSync(place.book, Math.floor(statSync(place.book).size / 2)),
  'its pages without the last': ({ place }) => truncateSync(place.book, statSync(place.book).size - pageSize),
  'a text': ({ place }) => writeFileSync(place.book, 'A letter, and no book.\n'),
  'rubbish of the same length': ({ place }) =>
    writeFileSync(place.book, Buffer.alloc(statSync(place.book).size, 0xa7)),
  'rubbish after its end': ({ place }) => appendFileSync(place.book, Buffer.alloc(3 * pageSize, 0x5a)),
  'zeros over a page in its middle': ({ place }) => patch(place.book, new Uint8Array(pageSize), 5 * pageSize),
  'one byte of it': ({ place }) => flipByte(place.book),
  'one byte of it, at the time of the last edit': ({ place }) =>
    keepingTime(place.book, () => flipByte(place.book)),
  'its header alone': ({ place, newer }) => patch(place.book, readFileSync(newer).subarray(0, 100), 0),
  'an older copy with the journal of another program': ({ place, older }) => {
    writeFileSync(place.book, readFileSync(older))
    writeFileSync(`${place.book}-journal`, Buffer.alloc(512, 0xd9))
  },
}

/** What leaves the bytes of an open book as they are, and so is no reason to refuse anything. */
export const harmless: Readonly<Record<string, (path: string) => void>> = {
  'a new time': (path) =>
    utimesSync(path, new Date('2026-11-20T12:00:00Z'), new Date('2026-11-20T12:00:00Z')),
  'other rights': (path) => execFileSync('chmod', ['600', path]),
  'a second name for a while': (path) =>
    execFileSync('sh', ['-c', 'ln "$1" "$1.2" && rm "$1.2"', 'sh', path]),
  'the same bytes again': (path) => writeFileSync(path, readFileSync(path)),
}

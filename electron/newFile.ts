import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { firstBytes } from '../shared/format/fileName.ts'

/**
 * Makes a file that is not there yet: `write` fills an empty one of a temporary name beside its place, which is then put
 * there, so that a full disk or a crash leaves no half file, and a file that is already there is never replaced. Throws
 * Node's system errors, EEXIST where there is one.
 */
export function makeNewFile(path: string, write: (temporary: string) => void): void {
  if (existsSync(path)) throw alreadyThere()
  writeBeside(path, write, (temporary) => putInPlace(temporary, path))
}

const alreadyThere = () => Object.assign(new Error('There is such a file.'), { code: 'EEXIST' })

/** The same for a file that may be there: `before` is done once the new one is whole, and just before it takes the name. */
export function replaceFile(
  path: string,
  write: (temporary: string) => void,
  before: () => void = () => undefined,
): void {
  writeBeside(path, write, (temporary) => {
    before()
    renameSync(temporary, path)
  })
}

function writeBeside(
  path: string,
  write: (temporary: string) => void,
  place: (temporary: string) => void,
): void {
  const stem = firstBytes(basename(path), longestStem)
  removeLeftovers(dirname(path), stem)
  const temporary = join(dirname(path), `${stem}.${process.pid}.new`)
  closeSync(openSync(temporary, 'wx'))
  try {
    write(temporary)
    syncFile(temporary, 'r+')
    place(temporary)
    syncFolder(dirname(path))
  } finally {
    rmSync(temporary, { force: true })
    rmSync(`${temporary}-journal`, { force: true })
  }
}

/** Bytes a temporary name has before the number of its process at most: with that, 255 at most, as disks want it. */
const longestStem = 220

/** Gives a file a second name that is free, or where disks know none, makes a copy. Throws Node's system errors. */
export function linkOrCopy(path: string, second: string): void {
  try {
    linkSync(path, second)
  } catch {
    makeNewFile(second, (temporary) => copyFileSync(path, temporary))
  }
}

/** Throws what giving a file another name would throw, as far as that can be known before. */
export function checkRename(from: string, to: string): void {
  accessSync(dirname(to), constants.W_OK)
  if (existsSync(to) && !isSameFile(from, to)) throw alreadyThere()
}

/** Gives a file another name. Throws Node's system errors, EEXIST where that name is taken. */
export function renameFile(from: string, to: string): void {
  putInPlace(from, to)
  syncFolder(dirname(to))
}

/** Gives a file a name that is free: by a second link, which never replaces, or where disks know none, by reserving it. */
function putInPlace(from: string, path: string): void {
  try {
    linkSync(from, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return takeNameOfItsOwn(from, path, error)
    closeSync(openSync(path, 'wx'))
    renameSync(from, path)
    return
  }
  rmSync(from)
}

/**
 * What already has the name may be the file itself: a process was killed after it gave the second name and before it
 * took the first; or both are one name to this disk, as “a” and “A” are to some. Throws `taken` where it is another.
 */
function takeNameOfItsOwn(from: string, path: string, taken: unknown): void {
  if (!isSameFile(from, path)) throw taken
  const names = new Set(readdirSync(dirname(path)))
  if (names.has(basename(from)) && names.has(basename(path))) rmSync(from)
  else renameSync(from, path)
}

/** Whether two names stand for one file; a link that leads elsewhere is a file of its own. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [lstatSync(one, { bigint: true }), lstatSync(other, { bigint: true })]
  return a.dev === b.dev && a.ino === b.ino
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Waits until what a folder lists is on the disk. */
function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncFile(folder, 'r')
}

function syncFile(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Removes what processes that were killed left behind in a folder: under temporary names that begin so, or any at all.
 * Only for folders of the app's own is the latter meant.
 */
export function removeLeftovers(folder: string, stem: string | null = null): void {
  for (const other of existsSync(folder) ? readdirSync(folder) : []) {
    const writer = /^(.+)\.(\d+)\.new(-journal)?$/.exec(other)
    if (!writer || (stem !== null && writer[1] !== stem)) continue
    if (!isWriting(Number(writer[2]))) rmSync(join(folder, other), { force: true })
  }
}

/** This process writes one file at a time, and not yet: what bears its number is of an earlier one that had the same. */
function isWriting(processId: number): boolean {
  if (processId === process.pid) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Makes a file that is not there yet: `write` fills an empty one of a temporary name beside its place, which is then put
 * there, so that a full disk or a crash leaves no half file, and a file that is already there is never replaced. Throws
 * Node's system errors, EEXIST where there is one.
 */
export function makeNewFile(path: string, write: (temporary: string) => void): void {
  if (existsSync(path)) throw Object.assign(new Error('There is such a file.'), { code: 'EEXIST' })
  writeBeside(path, write, (temporary) => putInPlace(temporary, path))
}

/** The same for a file that is there: `before` is done once the new one is whole, and just before it takes the name. */
export function replaceFile(path: string, write: (temporary: string) => void, before: () => void): void {
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
  removeLeftovers(path)
  const temporary = `${path}.${process.pid}.new`
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
    if (codeOf(error) === 'EEXIST') throw error
    closeSync(openSync(path, 'wx'))
    renameSync(from, path)
    return
  }
  rmSync(from)
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

/** Removes what processes that were killed left behind when they wrote this file. */
function removeLeftovers(path: string): void {
  const folder = dirname(path)
  const name = basename(path)
  for (const other of existsSync(folder) ? readdirSync(folder) : []) {
    const writer = other.startsWith(`${name}.`) && /^\.(\d+)\.new(-journal)?$/.exec(other.slice(name.length))
    if (writer && !isRunning(Number(writer[1]))) rmSync(join(folder, other), { force: true })
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

import { realpathSync } from 'node:fs'
import { basename, resolve } from 'node:path'

const journal = '-journal'.length

/** SQLite takes no path of more bytes than this (`MAX_PATHNAME` in its os_unix.c), the journal's beside the file's own. */
const longestPath = 512 - journal

/** What a folder of nearly every system takes: a book whose journal cannot have its name opens, and takes no edit. */
const longestName = 255 - journal

/**
 * A path that the driver and SQLite take as it is. Throws ENAMETOOLONG where SQLite would say no more than that it cannot
 * open the file, and EINVAL where the driver would cut spaces off the end of a name, and so open another file.
 */
export function sqlitePath(path: string): string {
  if (path === ':memory:') return path
  if (path !== path.trim()) throw Object.assign(new Error('The name ends in a space.'), { code: 'EINVAL' })
  const length = Math.max(Buffer.byteLength(resolve(path)), Buffer.byteLength(realPath(path)))
  const isLong = length > longestPath || Buffer.byteLength(basename(path)) > longestName
  if (process.platform !== 'win32' && isLong)
    throw Object.assign(new Error('The path is too long for SQLite.'), { code: 'ENAMETOOLONG' })
  return path
}

/** Where its links lead. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { fileError } from './errors.ts'
import { applicationId, schemaVersion } from './schema.ts'

const magic = 'SQLite format 3\0'
const headerLength = 100

/**
 * Reads the first 100 bytes of a file before SQLite does, which would take an empty file for a healthy empty
 * database, and create one where there is none. Offsets: "Database File Format", sqlite.org/fileformat2.html, 1.3.
 */
export function checkHeader(path: string, fileName: string): Result<void> {
  let header: Buffer
  let size: number
  try {
    const found = statSync(path)
    size = found.size
    // A pipe would keep us waiting for a writer; a device may have no end.
    if (!found.isFile() && !found.isDirectory()) return notABook(fileName)
    header = headerOf(path)
  } catch (error) {
    return { ok: false, error: fileError(error, fileName, 'read') }
  }
  return checkHeaderBytes(header, size, fileName)
}

/** Whether a file begins as a database of SQLite does; false where it cannot be read, which whoever reads all of it is told. */
export function startsAsDatabase(path: string): boolean {
  try {
    return statSync(path).isFile() && headerOf(path).toString('latin1', 0, magic.length) === magic
  } catch {
    return false
  }
}

/** The first bytes of a file, zeros where it is shorter. Throws Node's system errors. */
function headerOf(path: string): Buffer {
  const header = Buffer.alloc(headerLength)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, headerLength, 0)
  } finally {
    closeSync(file)
  }
  return header
}

const notABook = (fileName: string) =>
  fail('not-a-book', `“${fileName}” is not an Offtake book. It was left as it is.`)

/** Whether another program had SQLite write a log beside this file instead of a journal (offsets 18 and 19). */
export function usesOtherJournal(path: string): boolean {
  if (!existsSync(path)) return false
  const header = headerOf(path)
  return header[18] === 2 || header[19] === 2
}

/** The same of a header that has been read. */
export function checkHeaderBytes(header: Uint8Array, size: number, fileName: string): Result<void> {
  const bytes = Buffer.from(header)
  if (size === 0)
    return fail('empty-file', `“${fileName}” is empty, so there is no book in it. It was left as it is.`)
  const isBook =
    size >= headerLength &&
    bytes.toString('latin1', 0, 16) === magic &&
    bytes.readUInt32BE(68) === applicationId
  if (!isBook) return notABook(fileName)
  const version = bytes.readUInt32BE(60)
  if (version > schemaVersion)
    return fail(
      'newer-version',
      `“${fileName}” was written by a newer Offtake (book version ${version}; this one reads up to ${schemaVersion}). Open it with that one. It was left as it is.`,
    )
  return ok(undefined)
}

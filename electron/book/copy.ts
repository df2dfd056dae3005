import type { Connection } from '../db/connection.ts'
import { isSound } from '../db/connection.ts'
import { sqlitePath } from '../db/place.ts'
import { makeNewFile } from '../newFile.ts'

/**
 * Writes an open book to a new file, whole as it is now, and checks the copy before it is given its name. A live file is
 * never copied byte by byte. `confirm` throws where what was copied is not the book. Throws SQLite's and Node's errors.
 */
export function copyBook(connection: Connection, path: string, confirm: () => void): void {
  makeNewFile(sqlitePath(path), (temporary) => writeCopy(connection, temporary, confirm))
}

/** Writes an open book to an empty file, and checks it. Throws SQLite's errors, and what `confirm` throws. */
export function writeCopy(connection: Connection, temporary: string, confirm: () => void): void {
  connection.prepare('VACUUM INTO ?').run(sqlitePath(temporary))
  confirm()
  if (!isSound(temporary)) throw new Error('The copy is not what was written.')
}

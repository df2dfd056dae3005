import type { Connection } from '../db/connection.ts'
import { isSound } from '../db/connection.ts'
import { sqlitePath } from '../db/place.ts'
import { makeNewFile } from '../newFile.ts'

/**
 * Writes an open book to a new file, whole as it is now, and checks the copy before it is given its name. A live file is
 * never copied byte by byte. Throws SQLite's and Node's errors.
 */
export function copyBook(connection: Connection, path: string): void {
  makeNewFile(sqlitePath(path), (temporary) => {
    connection.prepare('VACUUM INTO ?').run(sqlitePath(temporary))
    if (!isSound(temporary)) throw new Error('The copy is not what was written.')
  })
}

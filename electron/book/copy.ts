import type { Connection } from '../db/connection.ts'
import { isSound } from '../db/connection.ts'
import { makeNewFile } from '../newFile.ts'

/**
 * Writes an open book to a new file, whole as it is now, and checks the copy before it is given its name. A live file is
 * never copied byte by byte. Throws SQLite's and Node's errors.
 */
export function copyBook(connection: Connection, path: string): void {
  makeNewFile(path, (temporary) => {
    connection.prepare('VACUUM INTO ?').run(temporary)
    if (!isSound(temporary)) throw new Error('The copy is not what was written.')
  })
}

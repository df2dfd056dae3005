import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { connect } from '../db/connection.ts'
import { identityOf } from './identity.ts'

/**
 * SQLite looks for a journal beside the name it opens. Where a file has several in its folder (a renaming that was
 * interrupted, or a link that somebody made) and a process was killed while it wrote under another of them, half an edit
 * would be taken for the book: it is taken back under that name first. Throws SQLite's errors, busy where one still writes.
 */
export function settleOtherNames(path: string): void {
  if (statSync(path).nlink < 2) return
  const folder = dirname(path)
  const identity = identityOf(path)
  for (const name of readdirSync(folder)) {
    const other = join(folder, name)
    if (other === path || !existsSync(`${other}-journal`) || identityOf(other) !== identity) continue
    const connection = connect(other, { mustExist: true })
    try {
      connection.exec('BEGIN EXCLUSIVE; COMMIT')
    } finally {
      connection.close()
    }
  }
}

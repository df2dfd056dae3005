/**
 * A process of its own that is in the middle of an edit too large for SQLite's memory, so that half of it is in the book
 * already, and says so:
 *
 *     node test/book/spilling.ts <book>
 */
import { writeSync } from 'node:fs'
import { connect } from '../../electron/db/connection.ts'

const connection = connect(process.argv[2] ?? '', { mustExist: true })
connection.pragma('cache_size = 2')
connection.exec(
  "BEGIN EXCLUSIVE; UPDATE evidence SET source = 'half an edit', quotation = hex(randomblob(900))",
)
writeSync(1, 'spilled\n')
// Whoever is not referred to any more is closed, and the edit taken back.
process.stdin.resume().on('end', () => connection.close())

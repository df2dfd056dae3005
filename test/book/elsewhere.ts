/**
 * Opens, creates or exports in a process of its own, and prints the answer:
 *
 *     node test/book/elsewhere.ts open|create|export <path> [--as-nobody]
 *
 * Root may write anywhere; as nobody it gives that up.
 */
import { createBook } from '../../electron/book/create.ts'
import { openBook } from '../../electron/book/open.ts'
import { connect } from '../../electron/db/connection.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { becomeNobody } from './nobody.ts'
import { exportTo } from './summaries.ts'

const [task = '', path = '', flag = ''] = process.argv.slice(2)

// Everything that is loaded on first use is loaded while it still may be read.
connect(':memory:', { mustExist: false }).close()
await import('../../electron/export/metadata.ts')
if (flag === '--as-nobody') becomeNobody()

const result =
  task === 'open' ? openBook(path) : task === 'create' ? createBook(path, sampleBook()) : await exportTo(path)
console.log(JSON.stringify(result))

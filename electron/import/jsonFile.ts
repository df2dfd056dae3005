import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { readJson } from '../../shared/document/json.ts'
import { fileError } from '../db/errors.ts'

/** Bytes of a file that is imported, and of one that is exported: what is written is read again. */
export const largestDocument = 64 * 1024 * 1024

/** What a file of JSON holds, of any shape; or one sentence that names the file. */
export function readJsonFile(path: string): Result<unknown> {
  const fileName = basename(path)
  const text = textIn(path, fileName)
  if (!text.ok) return text
  const json = readJson(text.value)
  return json.ok ? json : fail('invalid-input', `“${fileName}” ${json.error}`)
}

const bookMagic = 'SQLite format 3\0'

/** A file's text, without a byte order mark. Sizes and kinds are looked at first: a pipe has no end. */
function textIn(path: string, fileName: string): Result<string> {
  try {
    const about = statSync(path)
    if (!about.isFile()) return fail('invalid-input', `“${fileName}” is not a file.`)
    if (about.size > largestDocument)
      return fail(
        'invalid-input',
        `“${fileName}” is larger than ${largestDocument / 1024 / 1024} MB, the most that is imported.`,
      )
    const bytes = readFileSync(path)
    if (bytes.toString('latin1', 0, bookMagic.length) === bookMagic)
      return fail('invalid-input', `“${fileName}” is not JSON but a book’s own file: open it instead.`)
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError)
      return fail('invalid-input', `“${fileName}” is not JSON: it is not UTF-8 text.`)
    return { ok: false, error: fileError(error, fileName, 'read') }
  }
}

import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { chosenNameProblem, safeFileName } from '../../shared/format/fileName.ts'
import { bookExtension } from '../book/extension.ts'
import { identityOf } from '../book/identity.ts'
import { codeOf, fileError } from '../db/errors.ts'
import type { Dialogs } from '../ports.ts'
import { writeWhole } from '../writeWhole.ts'

interface Saved {
  status: 'saved'
  fileName: string
}

/** Whether what is exported may be written where a person chose: under any good name, but not over the open book. */
export function mayWrite(path: string, openBook: string): Result<void> {
  const named = checkName(path)
  if (!named.ok) return named
  return leadsTo(path, openBook)
    ? fail('refused', `“${basename(path)}” is the open book. It was left as it is; choose another name.`)
    : ok(undefined)
}

/** Whether two paths lead to one file. What cannot be examined leads to none: writing there says why. */
function leadsTo(path: string, file: string): boolean {
  try {
    const identity = identityOf(path)
    return identity !== null && identity === identityOf(file)
  } catch {
    return false
  }
}

/** Asks where a new book is to lie: null where the dialog was closed, a sentence where the name cannot be a file's. */
export async function chooseNewBook(
  dialogs: Dialogs,
  name: string,
  ending: string = bookExtension,
): Promise<Result<string | null>> {
  const path = await dialogs.chooseNewBook(safeFileName(name, ending))
  if (path === null) return ok(null)
  const named = checkName(path)
  return named.ok ? ok(path) : named
}

function checkName(path: string): Result<void> {
  const name = basename(path)
  const problem = chosenNameProblem(name)
  return problem === null
    ? ok(undefined)
    : fail('refused', `“${name}” was not written. ${problem} Choose another name.`)
}

/** Writes what is exported, whole or not at all. */
export function writeChosen(path: string, content: Uint8Array): Result<Saved> {
  const fileName = basename(path)
  try {
    writeWhole(path, content)
  } catch (error) {
    if (existsSync(path) && ['EPERM', 'EBUSY', 'ETXTBSY'].includes(codeOf(error)))
      return fail(
        'busy',
        `“${fileName}” could not be replaced: it may be open in another program, or protected. It was left as it was. Close it there, or choose another name.`,
      )
    return { ok: false, error: fileError(error, fileName, 'create') }
  }
  return ok({ status: 'saved', fileName })
}

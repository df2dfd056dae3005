import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { identityOf } from '../book/identity.ts'
import { fileError } from '../db/errors.ts'
import { writeWhole } from '../writeWhole.ts'

interface Saved {
  status: 'saved'
  fileName: string
}

/** Whether what is exported may be written where a person chose: anywhere but over the open book. */
export function mayWrite(path: string, openBook: string): Result<void> {
  const identity = identityOf(path)
  return identity !== null && identity === identityOf(openBook)
    ? fail('refused', `“${basename(path)}” is the open book. It was left as it is; choose another name.`)
    : ok(undefined)
}

/** Writes what is exported, whole or not at all. */
export function writeChosen(path: string, content: Uint8Array): Result<Saved> {
  const fileName = basename(path)
  try {
    writeWhole(path, content)
  } catch (error) {
    return { ok: false, error: fileError(error, fileName, 'create') }
  }
  return ok({ status: 'saved', fileName })
}

/** A name as a file’s: without what some system does not have in one. */
export function fileNameOf(name: string, extension: string): string {
  const plain = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '')
  return `${plain || 'Offtake'}${extension}`
}

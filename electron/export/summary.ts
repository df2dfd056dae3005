import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import type { Output, SummaryOptions } from '../../shared/contract/contract.ts'
import { ok, type Result } from '../../shared/contract/result.ts'
import type { Session } from '../book/session.ts'
import { bookExtension } from '../book/registry.ts'
import { fileError } from '../db/errors.ts'
import type { Shell } from '../ports.ts'

/** Writes the one-page summary where a person chooses; a shell without files names the page to print from. */
export async function exportSummary(
  { dialogs, printer }: Shell,
  session: Session,
  options: SummaryOptions,
): Promise<Result<Output<'summary.export'>>> {
  if (!dialogs || !printer) return ok({ status: 'printable', page: 'print.html' })
  const bookName = basename(session.path, bookExtension)
  const path = await dialogs.chooseSummary(`${bookName}.pdf`)
  if (path === null) return ok({ status: 'cancelled' })
  const { describeDocument } = await import('./metadata.ts') // large, and seldom needed
  const pdf = await describeDocument(await printer.print(options), bookName)
  try {
    writeWhole(path, pdf)
  } catch (error) {
    return { ok: false, error: fileError(error, basename(path)) }
  }
  return ok({ status: 'saved', fileName: basename(path) })
}

/** Under a temporary name first, so that a full disk never leaves half a document in place of a whole one. */
function writeWhole(path: string, content: Uint8Array): void {
  const temporary = `${path}.${process.pid}.new`
  try {
    const file = openSync(temporary, 'wx')
    try {
      for (let written = 0; written < content.length;) written += writeSync(file, content, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } finally {
    rmSync(temporary, { force: true })
  }
}

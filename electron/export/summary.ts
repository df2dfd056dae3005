import { basename } from 'node:path'
import type { Output, SummaryOptions } from '../../shared/contract/contract.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { identityOf } from '../book/identity.ts'
import type { Session } from '../book/session.ts'
import { bookExtension } from '../book/extension.ts'
import { fileError } from '../db/errors.ts'
import type { Shell } from '../ports.ts'
import { writeWhole } from '../writeWhole.ts'

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
  const fileName = basename(path)
  if (identityOf(path) !== null && identityOf(path) === identityOf(session.path))
    return fail('refused', `“${fileName}” is the open book. It was left as it is; choose another name.`)
  const { describeDocument } = await import('./metadata.ts') // large, and seldom needed
  const pdf = await describeDocument(await printer.print(options), bookName)
  try {
    writeWhole(path, pdf)
  } catch (error) {
    return { ok: false, error: fileError(error, fileName, 'create') }
  }
  return ok({ status: 'saved', fileName })
}

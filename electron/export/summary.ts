import { basename } from 'node:path'
import type { Output, SummaryOptions } from '../../shared/contract/contract.ts'
import { ok, type Result } from '../../shared/contract/result.ts'
import { safeFileName } from '../../shared/format/fileName.ts'
import type { Session } from '../book/session.ts'
import { bookExtension } from '../book/extension.ts'
import type { Shell } from '../ports.ts'
import { mayWrite, writeChosen } from './chosenFile.ts'

/** Writes the summary where a person chooses; a shell without files names the page to print from. */
export async function exportSummary(
  { dialogs, printer }: Shell,
  session: Session,
  options: SummaryOptions,
): Promise<Result<Output<'summary.export'>>> {
  if (!dialogs || !printer) return ok({ status: 'printable', page: 'print.html' })
  const bookName = basename(session.path, bookExtension)
  const path = await dialogs.chooseSummary(safeFileName(bookName, '.pdf'))
  if (path === null) return ok({ status: 'cancelled' })
  const allowed = mayWrite(path, session.path)
  if (!allowed.ok) return allowed
  const printed = await printer.print(options)
  if (!printed.ok) return printed
  const { describeDocument } = await import('./metadata.ts') // large, and seldom needed
  return writeChosen(path, await describeDocument(printed.value, bookName))
}

import type { Output } from '../../shared/contract/contract.ts'
import type { SavedPicture } from '../../shared/contract/pictures.ts'
import { ok, type Result } from '../../shared/contract/result.ts'
import { safeFileName } from '../../shared/format/fileName.ts'
import type { Dialogs } from '../ports.ts'
import { mayWrite, writeChosen } from './chosenFile.ts'

/** Writes a picture of a chart where a person chooses, whole or not at all. */
export async function exportPicture(
  dialogs: Dialogs,
  openBook: string,
  { format, name, content }: SavedPicture,
): Promise<Result<Output<'chart.save'>>> {
  const path = await dialogs.choosePicture(safeFileName(name, `.${format}`), format)
  if (path === null) return ok({ status: 'cancelled' })
  const allowed = mayWrite(path, openBook)
  if (!allowed.ok) return allowed
  return writeChosen(path, Buffer.from(content, format === 'png' ? 'base64' : 'utf8'))
}

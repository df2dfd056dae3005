import { fail, ok } from '../../shared/contract/result.ts'
import { exportPicture } from '../export/picture.ts'
import { noDialogs } from './book.ts'
import type { Surroundings } from './handlers.ts'
import type { Handlers } from './router.ts'

/** Charts as pictures, drawn by the page: written where a person chooses, or put on the clipboard. */
export function pictureHandlers({ registry, shell }: Surroundings) {
  return {
    async 'chart.save'(picture) {
      if (!shell.dialogs) return noDialogs
      const session = registry.current()
      return session.ok ? exportPicture(shell.dialogs, session.value.path, picture) : session
    },
    async 'chart.copyImage'({ png }) {
      if (!shell.copyImage)
        return fail('unsupported', 'In the browser Offtake cannot copy pictures. Use the desktop app.')
      return (await shell.copyImage(Buffer.from(png, 'base64')))
        ? ok({})
        : fail('refused', 'That is no picture. The clipboard was left as it was.')
    },
  } satisfies Partial<Handlers>
}

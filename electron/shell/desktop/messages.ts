import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { channelNames } from '../../../shared/contract/channels.ts'
import { fail } from '../../../shared/contract/result.ts'
import { isTrusted } from '../../ipc/sender.ts'
import { appOrigin } from './protocol.ts'

/** Answers the pages of the app, and only them. */
export function answerPages(
  dispatch: (page: WebContents, channel: string, input: unknown) => Promise<unknown>,
): void {
  for (const channel of channelNames)
    ipcMain.handle(channel, async (event, input: unknown) =>
      JSON.stringify(
        isTrusted(senderOf(event), appOrigin)
          ? await dispatch(event.sender, channel, input)
          : fail('untrusted', 'Only the app’s own page may ask for this.'),
      ),
    )
}

const senderOf = ({ senderFrame }: IpcMainInvokeEvent) =>
  senderFrame && { url: senderFrame.url, isMainFrame: senderFrame.parent === null }

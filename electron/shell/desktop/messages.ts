import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { channelNames } from '../../../shared/contract/channels.ts'
import { fail } from '../../../shared/contract/result.ts'
import type { Dispatch } from '../../ipc/router.ts'
import { isTrusted } from '../../ipc/sender.ts'
import { appOrigin } from './protocol.ts'

/** Answers the pages of the app, and only them. */
export function answerPages(dispatch: Dispatch): void {
  for (const channel of channelNames)
    ipcMain.handle(channel, (event, input: unknown) =>
      isTrusted(senderOf(event), appOrigin)
        ? dispatch(channel, input)
        : fail('untrusted', 'Only the app’s own page may ask for this.'),
    )
}

const senderOf = ({ senderFrame }: IpcMainInvokeEvent) =>
  senderFrame && { url: senderFrame.url, isMainFrame: senderFrame.parent === null }

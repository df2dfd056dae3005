import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, channelNames, eventNames } from '../../../shared/contract/channels.ts'

const bridge: Bridge = {
  call(channel, input) {
    if (!channelNames.includes(channel)) return Promise.reject(new Error('There is no such channel.'))
    return ipcRenderer.invoke(channel, input) as Promise<string>
  },
  on(event, listener) {
    if (!eventNames.includes(event)) throw new Error('There is no such event.')
    const forward = (_event: unknown, detail: unknown) => listener(detail)
    ipcRenderer.on(event, forward)
    return () => ipcRenderer.removeListener(event, forward)
  },
}

contextBridge.exposeInMainWorld('offtake', bridge)

import type { Bridge } from '../../../shared/contract/channels.ts'

/** What the desktop shell's preload is there: the page's way to the core, over the loopback address it came from. */
interface Page {
  offtake: Bridge
}
interface EventStream {
  addEventListener(event: string, listener: (message: { data: string }) => void): void
  removeEventListener(event: string, listener: (message: { data: string }) => void): void
}
declare const window: Page
declare const EventSource: new (address: string) => EventStream

let events: EventStream | null = null

window.offtake = {
  async call(channel, input) {
    const response = await fetch(`/call/${channel}`, { method: 'POST', body: JSON.stringify(input) })
    if (!response.ok) throw new Error(`The core answered ${response.status}.`)
    return response.text()
  },
  on(event, listener) {
    events ??= new EventSource('/events')
    const forward = (message: { data: string }) => listener(JSON.parse(message.data))
    events.addEventListener(event, forward)
    const stream = events
    return () => stream.removeEventListener(event, forward)
  },
}

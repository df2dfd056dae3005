import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Ports of this machine that count what arrives at them, and answer nothing. */
export interface Listener {
  tcpPort: number
  udpPort: number
  /** Connections so far. */
  connections(): number
  /** Datagrams so far. */
  datagrams(): number
  close(): void
}

export async function listen(): Promise<Listener> {
  const counts = { connections: 0, datagrams: 0 }
  const server = createServer((socket) => {
    counts.connections += 1
    socket.on('error', () => undefined).destroy()
  })
  const udp = createSocket('udp4').on('message', () => (counts.datagrams += 1))
  server.listen(0, '0.0.0.0')
  udp.bind(0, '0.0.0.0')
  await Promise.all([once(server, 'listening'), once(udp, 'listening')])
  return {
    tcpPort: (server.address() as AddressInfo).port,
    udpPort: udp.address().port,
    connections: () => counts.connections,
    datagrams: () => counts.datagrams,
    close() {
      server.close()
      udp.close()
    },
  }
}

/** An address of this machine that a page takes for one of another; its own where there is no network. */
export const outerAddress = (): string =>
  Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)?.address ?? '127.0.0.1'

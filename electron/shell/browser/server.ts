import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EventName } from '../../../shared/contract/channels.ts'
import type { Dispatch } from '../../ipc/router.ts'
import { log } from '../../log.ts'
import { staticFile } from '../web/files.ts'
import { headersAmongSites } from '../web/policy.ts'
import { createAccess, isOwnAddress } from './access.ts'

const longestRequest = 16 * 1024 * 1024

export interface LoopbackServer {
  /** The address to open, with its one-time token. */
  readonly address: string
  announce(event: EventName, detail: unknown): void
  close(): void
}

interface Options {
  /** The built renderer. */
  pages: string
  /** The script that gives a plain browser its `window.offtake`. */
  bridge: string
  port: number
}

/** The loopback shell's server: 127.0.0.1 only, for one browser. */
export async function serveLoopback(
  dispatch: Dispatch,
  { pages, bridge, port }: Options,
): Promise<LoopbackServer> {
  const access = createAccess()
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      log('a request failed', error)
      if (response.headersSent) response.destroy()
      else send(response, 500)
    })
  })
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end(notUnderstood)
  })
  const ownPort = await listen(server, port)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(`http://127.0.0.1${request.url ?? '/'}`)
    if (!url) return send(response, 400)
    const token = url.searchParams.get('token')
    if (request.method === 'GET' && url.pathname === '/' && token !== null) {
      const cookie = isOwnAddress(request, ownPort) ? access.admit(token, ownPort) : null
      if (cookie) return send(response, 303, { Location: '/', 'Set-Cookie': cookie })
      if (!access.allows(request, ownPort)) return send(response, 403, {}, spentToken)
      return send(response, 303, { Location: '/' })
    }
    if (!access.allows(request, ownPort)) return send(response, 403)
    if (request.method === 'POST' && url.pathname.startsWith('/call/'))
      return call(request, response, url.pathname.slice(6))
    if (request.method !== 'GET') return send(response, 405)
    if (url.pathname === '/events') return listenTo(response)
    if (url.pathname === '/bridge.js')
      return file(response, { path: bridge, contentType: 'text/javascript; charset=utf-8' })
    const found = staticFile(pages, url.pathname)
    return found ? file(response, found) : send(response, 404)
  }

  async function call(request: IncomingMessage, response: ServerResponse, channel: string): Promise<void> {
    const body = await readBody(request)
    if (body === null) return send(response, 413, { Connection: 'close' })
    let input: unknown
    try {
      input = JSON.parse(body)
    } catch {
      return send(response, 400)
    }
    const answer = JSON.stringify(await dispatch(channel, input))
    send(response, 200, { 'Content-Type': 'application/json; charset=utf-8' }, answer)
  }

  function listenTo(response: ServerResponse): void {
    response.writeHead(200, {
      ...headersAmongSites,
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
    })
    response.write(':\n\n')
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  }

  return {
    address: `http://127.0.0.1:${ownPort}/?token=${access.token}`,
    announce(event, detail) {
      for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(detail)}\n\n`)
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** The answer to what is not even a request of HTTP, which Node would send without our headers. */
const notUnderstood = [
  'HTTP/1.1 400 Bad Request',
  ...Object.entries(headersAmongSites).map(([name, value]) => `${name}: ${value}`),
  'Connection: close',
  '',
  '',
].join('\r\n')

const spentToken = 'This address was opened once already. Start Offtake again for a new one.\n'

/** Puts the bridge before the page's own script, where the desktop shell has its preload. */
async function file(
  response: ServerResponse,
  { path, contentType }: { path: string; contentType: string },
): Promise<void> {
  const content = await readFile(path).catch(() => null)
  if (!content) return send(response, 404)
  const isPage = contentType.startsWith('text/html')
  const body = isPage
    ? content.toString('utf8').replace('<head>', '<head><script src="/bridge.js"></script>')
    : content
  send(response, 200, { 'Content-Type': contentType }, body)
}

function send(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): void {
  response.writeHead(status, { ...headersAmongSites, 'Cache-Control': 'no-store', ...headers })
  response.end(body)
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  // The stream stays open where it is cut short, so that the refusal can still be sent.
  const stream = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  for await (const chunk of stream) {
    size += chunk.length
    if (size > longestRequest) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

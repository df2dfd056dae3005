import { mkdirSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveLoopback } from '../../electron/shell/browser/server.ts'
import { headersAmongSites } from '../../electron/shell/web/policy.ts'
import { ok } from '../../shared/contract/result.ts'
import { ownFolder } from '../book/folder.ts'

interface Asked {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: string
}

/** A loopback server with two pages and a core that repeats what it is asked. */
async function served() {
  const folder = ownFolder()
  const pages = join(folder, 'renderer')
  mkdirSync(pages)
  writeFileSync(join(pages, 'index.html'), '<!doctype html><html><head></head><body>page</body></html>')
  writeFileSync(join(pages, 'a.js'), 'export {}')
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(join(folder, 'bridge.js'), '/* bridge */')
  const asked: [string, unknown][] = []
  const dispatch = (channel: string, input: unknown) => {
    asked.push([channel, input])
    return Promise.resolve(ok(input))
  }
  const server = await serveLoopback(dispatch, { pages, bridge: join(folder, 'bridge.js'), port: 0 })
  onTestFinished(() => server.close())
  const url = new URL(server.address)
  const port = Number(url.port)
  const send = (what: Asked) => answerTo(port, what)

  /** Opens the printed address, as the first browser does; the cookie it has from then on. */
  const admitted = async () => {
    const { headers } = await send({ path: url.pathname + url.search })
    return headers['set-cookie']![0]!.split(';')[0]!
  }
  return { server, url, port, own: `http://127.0.0.1:${port}`, send, admitted, asked }
}

function answerTo(port: number, { method = 'GET', path = '/', headers = {}, body }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const listensAt = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port })
    const is = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', is(true)).on('error', is(false))
  })

describe('the loopback server', () => {
  it('listens on 127.0.0.1 and nowhere else', async () => {
    const { port } = await served()
    expect(await listensAt('127.0.0.1', port)).toBe(true)
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
      .map(({ address }) => address)
    for (const address of ['127.0.0.2', ...others])
      expect(await listensAt(address, port), address).toBe(false)
  })

  it('admits the first browser that brings its token, and takes the token out of the address', async () => {
    const { send, url } = await served()
    const answer = await send({ path: url.pathname + url.search })
    expect(answer).toMatchObject({ status: 303, headers: { location: '/' } })
    expect(answer.headers['set-cookie']![0]).toMatch(
      /^offtake-\d+=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/,
    )
  })

  it('admits nobody else with the token, once it is used', async () => {
    const { send, url, admitted } = await served()
    const cookie = await admitted()
    const again = await send({ path: url.pathname + url.search })
    expect(again.status).toBe(403)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(again.body).toContain('opened once already')
    const same = await send({ path: url.pathname + url.search, headers: { cookie } })
    expect(same).toMatchObject({ status: 303, headers: { location: '/' } })
  })

  it('admits nobody with another token', async () => {
    const { send, url } = await served()
    const token = url.searchParams.get('token')!
    for (const wrong of ['', 'x', token.slice(1), `${token}x`, token.toUpperCase(), 'é'])
      expect((await send({ path: `/?token=${encodeURIComponent(wrong)}` })).status).toBe(403)
    expect((await send({ path: `/?token=${token}` })).status).toBe(303)
  })

  it('does not take the token from another host or origin, and keeps it for its browser', async () => {
    const { send, url, admitted } = await served()
    const path = url.pathname + url.search
    expect((await send({ path, headers: { host: 'evil.example' } })).status).toBe(403)
    expect((await send({ path, headers: { origin: 'https://evil.example' } })).status).toBe(403)
    expect(await admitted()).toMatch(/^offtake-/)
  })

  it.each<Asked>([
    { path: '/' },
    { path: '/index.html' },
    { path: '/a.js' },
    { path: '/bridge.js' },
    { path: '/events' },
    { path: '/nothing.html' },
    { path: '/call/book.read' },
    { method: 'POST', path: '/call/book.read', body: '{}' },
    { method: 'HEAD', path: '/' },
    { method: 'OPTIONS', path: '/call/book.read' },
    { method: 'PUT', path: '/a.js', body: 'x' },
  ])('answers 403 without the cookie: %j', async (what) => {
    const { send, asked, own } = await served()
    expect((await send(what)).status).toBe(403)
    expect((await send({ ...what, headers: { origin: own } })).status).toBe(403)
    expect((await send({ ...what, headers: { origin: own, cookie: 'offtake=x; other=y' } })).status).toBe(403)
    expect(asked).toEqual([])
  })

  it('serves the pages to its browser, with the bridge before the page’s own script', async () => {
    const { send, admitted } = await served()
    const headers = { cookie: await admitted() }
    const page = await send({ headers })
    expect(page.status).toBe(200)
    expect(page.body).toContain('<head><script src="/bridge.js"></script>')
    expect((await send({ path: '/bridge.js', headers })).body).toBe('/* bridge */')
    expect((await send({ path: '/a.js', headers })).body).toBe('export {}')
  })

  it('passes on what its own page asks', async () => {
    const { send, admitted, asked, own } = await served()
    const headers = { cookie: await admitted(), origin: own }
    const answer = await send({ method: 'POST', path: '/call/book.read', headers, body: '{"a":1}' })
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { a: 1 } })
    expect(asked).toEqual([['book.read', { a: 1 }]])
  })

  it('does nothing for another page or program, even with the cookie', async () => {
    const { send, admitted, asked, own, port } = await served()
    const cookie = await admitted()
    const post = { method: 'POST', path: '/call/book.edit', body: '{}' }
    const refused: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: `http://localhost:${port}` },
      { origin: `https://127.0.0.1:${port}` },
      { origin: `http://127.0.0.1:${port + 1}` },
      { origin: 'http://127.0.0.1' },
      { origin: own, host: 'evil.example' },
      { origin: own, host: `localhost:${port}` },
      { origin: own, host: '127.0.0.1' },
      { origin: own, host: `127.0.0.1:${port}.evil.example` },
      { origin: `http://evil.example:${port}`, host: `evil.example:${port}` },
    ]
    for (const headers of refused)
      expect((await send({ ...post, headers: { cookie, ...headers } })).status, JSON.stringify(headers)).toBe(
        403,
      )
    for (const headers of refused.slice(1))
      expect((await send({ headers: { cookie, ...headers } })).status, JSON.stringify(headers)).toBe(403)
    expect(asked).toEqual([])
  })

  it('sends its policy with every answer', async () => {
    const { send, admitted, own, url } = await served()
    const headers = { cookie: await admitted(), origin: own }
    const answers = [
      await send({ path: url.pathname + url.search }),
      await send({}),
      await send({ headers }),
      await send({ path: '/a.js', headers }),
      await send({ path: '/bridge.js', headers }),
      await send({ path: '/nothing.js', headers }),
      await send({ path: '/secret.html', headers }),
      await send({ method: 'DELETE', headers }),
      await send({ method: 'POST', path: '/call/a', headers, body: '{}' }),
      await send({ method: 'POST', path: '/call/a', headers, body: 'not JSON' }),
      await send({ method: 'POST', path: '/other', headers, body: '{}' }),
      await send({ path: '//', headers }),
      await send({ path: '[:', headers }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([
      403, 403, 200, 200, 200, 404, 404, 405, 200, 400, 405, 404, 400,
    ])
    for (const { headers: sent } of answers)
      for (const [name, value] of Object.entries(headersAmongSites))
        expect(sent[name.toLowerCase()]).toBe(value)
    expect(headersAmongSites['Cross-Origin-Opener-Policy']).toBe('same-origin')
    expect(headersAmongSites['Content-Security-Policy']).toContain("default-src 'none'")
    expect(headersAmongSites['Content-Security-Policy']).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('serves nothing from outside its pages', async () => {
    const { send, admitted } = await served()
    const headers = { cookie: await admitted() }
    for (const path of [
      '/../secret.html',
      '/%2e%2e/secret.html',
      '/..%2fsecret.html',
      '/a/..%5c..%5csecret.html',
    ]) {
      const answer = await send({ path, headers })
      expect(answer.status, path).toBe(404)
      expect(answer.body).toBe('')
    }
  })

  it('refuses a request that is too long, and goes on', async () => {
    const { send, admitted, asked, own } = await served()
    const headers = { cookie: await admitted(), origin: own }
    const body = Buffer.alloc(17 * 1024 * 1024, 'a')
    const answer = await send({ method: 'POST', path: '/call/a', headers, body })
    expect(answer.status).toBe(413)
    expect(asked).toEqual([])
    expect((await send({ headers })).status).toBe(200)
  })

  it('ends with its shell', async () => {
    const { server, port } = await served()
    server.close()
    expect(await listensAt('127.0.0.1', port)).toBe(false)
  })
})

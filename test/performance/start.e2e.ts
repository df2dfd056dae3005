import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { median } from './median.ts'

const root = resolve(import.meta.dirname, '../..')
const rounds = 15
const limit = 1.5

/** Far longer than a start. Whoever asks earlier takes part in it: a page that is being asked reads its scripts slower. */
const undisturbed = 1200

/**
 * Milliseconds from the start of the process to the first paint with content. The workbench paints nothing before it is
 * whole, and it is usable once it is painted; the first start of all, which makes the sample book, is measured. Nothing
 * is attached to any process and nothing asked until it is over: it would be measured too.
 */
async function timeToContent(app: string): Promise<number> {
  const userData = await mkdtemp(join(tmpdir(), 'offtake-start-'))
  const started = Date.now()
  const electron = spawn(
    process.env['OFFTAKE_ELECTRON']!,
    [
      // As root, Electron starts only without its outer sandbox; the windows' own sandbox stays on.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--remote-debugging-port=0',
      app,
      `--user-data-dir=${userData}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  try {
    const port = await debuggingPort(electron)
    await setTimeout(undisturbed)
    const painted = await ask<number>(await pageOf(port), firstPaint)
    return painted - started
  } finally {
    const exit = once(electron, 'exit')
    electron.kill('SIGKILL')
    await exit
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** In the page: when it was first painted, once it is ready to be used; the empty window is ready as it is. */
const firstPaint = `(() => {
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  const isReady = document.title === 'Empty' || document.querySelector('[data-ready="true"]') !== null
  return paint && isReady ? performance.timeOrigin + paint.startTime : null
})()`

/** Where the app's page can be asked. */
async function pageOf(port: string): Promise<string> {
  let address: string | undefined
  await expect
    .poll(async () => {
      const listed = await fetch(`http://127.0.0.1:${port}/json/list`)
      const pages = (await listed.json()) as { type: string; title: string; webSocketDebuggerUrl: string }[]
      address = pages.find(
        ({ type, title }) => type === 'page' && /^(Offtake|Empty)$/.test(title),
      )?.webSocketDebuggerUrl
      return address
    })
    .toBeDefined()
  return address!
}

async function debuggingPort({ stderr }: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: stderr! })) {
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
    if (port === undefined) continue
    stderr!.resume()
    return port
  }
  throw new Error('Electron ended before it said where it can be reached.')
}

/** What an expression comes to in a page, once it is no longer null. */
async function ask<T>(address: string, expression: string): Promise<T> {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  let answer: T | null = null
  await expect
    .poll(async () => {
      socket.send(
        JSON.stringify({
          id: 1,
          method: 'Runtime.evaluate',
          params: { expression, returnByValue: true },
        }),
      )
      const [{ data }] = (await once(socket, 'message')) as [MessageEvent<string>]
      answer = (JSON.parse(data) as { result: { result: { value: T | null } } }).result.result.value
      return answer
    })
    .not.toBeNull()
  socket.close()
  return answer!
}

test('the first window is usable within 1.5 times an empty Electron window @long', async () => {
  test.setTimeout(240_000)
  const empty = join(import.meta.dirname, 'emptyApp')
  const measured: { empty: number[]; offtake: number[] } = { empty: [], offtake: [] }
  for (let round = 0; round < rounds; round++) {
    measured.empty.push(await timeToContent(empty))
    measured.offtake.push(await timeToContent(root))
  }
  const [ofEmpty, ofOfftake] = [median(measured.empty), median(measured.offtake)]
  // Round by round, since a busy machine slows both windows of a round.
  const ratio = median(measured.offtake.map((milliseconds, round) => milliseconds / measured.empty[round]!))
  console.log(
    `first window: empty ${ofEmpty.toFixed(0)} ms, Offtake ${ofOfftake.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (limit ${limit})`,
  )
  expect(ratio).toBeLessThan(limit)
})

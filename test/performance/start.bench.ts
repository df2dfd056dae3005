import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { report } from './measurement.ts'
import { median } from './statistics.ts'

const offtake = resolve(import.meta.dirname, '../..')
const empty = join(import.meta.dirname, 'emptyApp')
const rounds = 11
/** The first start notes that a script was run, the second keeps its compiled code, the third can use it. */
const startsThatWarm = 2

/** Far longer than a start. A question asked earlier takes part in it: a page that is being asked reads its scripts slower. */
const undisturbed = 1200

test('the first window, with a fresh profile', async () => {
  const times: { empty: number[]; offtake: number[] } = { empty: [], offtake: [] }
  for (let round = 0; round < rounds; round++) {
    times.empty.push(await withProfile((profile) => timeToContent(empty, profile)))
    times.offtake.push(await withProfile((profile) => timeToContent(offtake, profile)))
  }
  reportStart('fresh', times, 1.35)
})

test('the first window, with a warm profile', async () => {
  const times: { empty: number[]; offtake: number[] } = { empty: [], offtake: [] }
  await withProfile((ofEmpty) =>
    withProfile(async (ofOfftake) => {
      for (let round = -startsThatWarm; round < rounds; round++) {
        const [nothing, app] = [await timeToContent(empty, ofEmpty), await timeToContent(offtake, ofOfftake)]
        if (round < 0) continue
        times.empty.push(nothing)
        times.offtake.push(app)
      }
    }),
  )
  reportStart('warm', times, 1.15)
})

function reportStart(profile: string, times: { empty: number[]; offtake: number[] }, ratio: number): void {
  report({
    work: `start to the first window, ${profile} profile`,
    unit: 'ms',
    value: median(times.offtake),
    peer: { name: `empty window, ${profile}`, value: median(times.empty) },
    target: { ratio },
  })
}

async function withProfile<T>(use: (profile: string) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'offtake-start-'))
  try {
    return await use(profile)
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Milliseconds from the start of the process to the first paint with content. The workbench paints nothing before it is
 * whole, and it is usable once it is painted; the first start of all, which makes the sample book, is measured. Nothing
 * is attached to any process and nothing asked until it is over: it would be measured too.
 */
async function timeToContent(app: string, profile: string): Promise<number> {
  const started = Date.now()
  const electron = spawn(
    process.env['OFFTAKE_ELECTRON']!,
    [
      // As root, Electron starts only without its outer sandbox; the windows' own sandbox stays on.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--remote-debugging-port=0',
      app,
      `--user-data-dir=${profile}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const exit = once(electron, 'exit')
  try {
    const port = await debuggingPort(electron)
    await setTimeout(undisturbed)
    const painted = await ask<number>(await pageOf(port), firstPaint)
    // As a person ends it: a process that is killed may leave its profile without what it has compiled.
    electron.kill('SIGTERM')
    await Promise.race([exit, setTimeout(10_000, null, { ref: false })])
    return painted - started
  } finally {
    electron.kill('SIGKILL')
    await exit
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

/** The value of an expression in a page, once it is no longer null. */
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

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

let userData: string
let started: ChildProcess

beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'offtake-start-'))
})

afterEach(async () => {
  const isRunning = started.exitCode === null && started.signalCode === null
  const exit = isRunning ? once(started, 'exit') : null
  started.kill('SIGTERM')
  await exit
  await rm(userData, { recursive: true, force: true })
})

/** What `npm start` prints until it names the address it serves. */
async function linesUntilAddress(environment: NodeJS.ProcessEnv): Promise<string[]> {
  started = spawn(process.execPath, ['build/start.ts', '--user-data', userData], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  for await (const line of createInterface({ input: started.stdout! })) {
    lines.push(line)
    if (line.includes('http://')) break
  }
  return lines
}

it.runIf(process.platform === 'linux')(
  'opens in the browser where there is no display, and says so in one sentence',
  async () => {
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env
    const lines = await linesUntilAddress(environment)
    expect(lines[0]).toMatch(/^There is no display for a window\. Opening Offtake in the browser instead/)
    expect(lines[1]).toMatch(/^Offtake is at http:\/\/127\.0\.0\.1:\d+\/\?token=/)
    expect(await readdir(userData)).toContain('Colossus options.offtake')
  },
)

it('opens in the browser where there is no Electron, and says so in one sentence', async () => {
  const lines = await linesUntilAddress({
    ...process.env,
    DISPLAY: ':0',
    ELECTRON_OVERRIDE_DIST_PATH: join(userData, 'nothing'),
  })
  expect(lines[0]).toMatch(/^There is no Electron at .*\. Opening Offtake in the browser instead/)
  expect(lines[1]).toMatch(/^Offtake is at http:\/\/127\.0\.0\.1:\d+/)
})

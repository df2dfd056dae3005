import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { _electron, expect, test } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')

/** A screen of its own, without a window manager; answers with the number of its display. */
async function startScreen(size: string): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer]
  return { screen, display: `:${number.toString().trim()}` }
}

test('on a small screen without a window manager the window is no larger than the screen', async () => {
  test.skip(process.platform !== 'linux', 'needs Xvfb')
  const userData = await mkdtemp(join(tmpdir(), 'offtake-test-'))
  const { screen, display } = await startScreen('1366x768')
  try {
    const electron = await _electron.launch({
      args: [root, `--user-data-dir=${userData}`, '--lang=en-US'],
      cwd: root,
      env: { ...(process.env as Record<string, string>), DISPLAY: display },
    })
    const page = await electron.firstWindow()
    await page.locator('[data-ready="true"]').waitFor({ timeout: 20_000 })
    const { x, y, width, height } = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.getBounds(),
    )
    expect([x >= 0, y >= 0, x + width <= 1366, y + height <= 768]).toEqual([true, true, true, true])
    // And the page is laid out in it: its last line is on the screen.
    expect(await page.evaluate(() => document.querySelector('footer')!.getBoundingClientRect().bottom)).toBe(
      await page.evaluate(() => innerHeight),
    )
    await electron.close()
  } finally {
    screen.kill()
    await rm(userData, { recursive: true, force: true })
  }
})

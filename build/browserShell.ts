/** The app in a plain browser on a fresh sample book, for pictures of it. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { root } from './bundles.ts'

/** Opens the app on a new page, has it used, and takes all of it away again. */
export async function withApp(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'offtake-screenshot-'))
  const server = spawn(process.execPath, ['out/browser/main.js', '--user-data', userData], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const page = await browser.newPage(options)
  try {
    for await (const line of createInterface({ input: server.stdout })) {
      const address = /http:\/\/\S+/.exec(line)?.[0]
      if (address === undefined) continue
      await page.goto(address)
      break
    }
    await page.locator('.crossing').first().waitFor({ state: 'attached' })
    await page.evaluate('document.fonts.ready')
    await use(page)
  } finally {
    await page.close()
    server.kill()
    rmSync(userData, { recursive: true, force: true })
  }
}

/** `npm run screenshot`: the README's picture, taken from the running app on a fresh sample book. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import { root } from './bundles.ts'

const userData = mkdtempSync(join(tmpdir(), 'offtake-screenshot-'))
const server = spawn(process.execPath, ['out/browser/main.js', '--user-data', userData], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
})
const browser = await chromium.launch({
  executablePath: process.env['OFFTAKE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address === undefined) continue
    await page.goto(address)
    break
  }
  await page.locator('.crossing').first().waitFor()
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path: join(root, 'build/screenshot.png') })
} finally {
  await browser.close()
  server.kill()
  rmSync(userData, { recursive: true, force: true })
}

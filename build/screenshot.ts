/**
 * `npm run screenshot`: the README's picture. With `--all`, every view of the app in both themes and in three sizes
 * of window, under `out/screenshots`; with words after that, only the views named so.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { root } from './bundles.ts'
import { withApp } from './browserShell.ts'
import { views } from './views.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
  // As 1440 by 900 at twice the size.
  { width: 720, height: 450 },
]
const themes = ['light', 'dark'] as const

/** In the page: what moves is brought to its end, and what is left to do is done. A picture asks for no frames meanwhile. */
const settled =
  'document.getAnimations().forEach((each) => each.finish()); new Promise((done) => requestIdleCallback(done, { timeout: 1000 }))'

const isAll = process.argv.includes('--all')
const wanted = process.argv.slice(2).filter((argument) => argument !== '--all')
const browser = await chromium.launch({
  executablePath: process.env['OFFTAKE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  if (isAll) await everyView()
  else
    await withApp(browser, { viewport: sizes[0]!, locale: 'en-US' }, async (page) => {
      await page.screenshot({ path: join(root, 'build/screenshot.png') })
    })
} finally {
  await browser.close()
}

async function everyView(): Promise<void> {
  const folder = join(root, 'out/screenshots')
  mkdirSync(folder, { recursive: true })
  const shown = Object.entries(views).filter(([name]) => wanted.length === 0 || wanted.includes(name))
  for (const viewport of sizes)
    for (const colorScheme of themes)
      for (const [name, come] of shown)
        await withApp(browser, { viewport, colorScheme, locale: 'en-US' }, async (page) => {
          await come(page)
          await page.evaluate(settled)
          const file = `${name.replaceAll(' ', '-')}-${viewport.width}-${colorScheme}.png`
          await page.screenshot({ path: join(folder, file) })
        })
}

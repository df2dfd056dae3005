/**
 * `npm run screenshot`: the README's picture. With `--all`, every view of the app in both themes and in two sizes of
 * window, under `out/screenshots`; with words after that, only the views named so.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { root } from './bundles.ts'
import { withApp } from './browserShell.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
]
const themes = ['light', 'dark'] as const

const press = (page: Page, key: string) => page.keyboard.press(key)
const cell = (page: Page, term: string, deal: string) =>
  page.locator(`[data-term="${term}"][data-deal="${deal}"]`)
const run = async (page: Page, command: string) => {
  await press(page, 'Control+k')
  await page.getByRole('combobox', { name: 'Find a command' }).fill(command)
  await press(page, 'Enter')
}

/** What is done on a fresh sample book to come to each view. */
const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  workbench: async () => undefined,
  'number to drag': async (page) => cell(page, 'monthlyFee', 'colossus-longer-ramp').click(),
  'cell being edited': async (page) => {
    await cell(page, 'monthlyFee', 'colossus-longer-ramp').dblclick()
    await page.keyboard.type('=920m*1.02')
  },
  'refused entry': async (page) => {
    await cell(page, 'monthlyFee', 'colossus-longer-ramp').dblclick()
    await page.keyboard.type('a lot')
    await press(page, 'Enter')
  },
  ramp: async (page) => cell(page, 'ramp', 'colossus-longer-ramp').dblclick(),
  evidence: async (page) => {
    await cell(page, 'gpus', 'colossus-lease').click()
    await press(page, 'Control+e')
  },
  explanation: async (page) =>
    page.locator('[data-figure="committed"] [data-deal="colossus-longer-ramp"]').click(),
  history: async (page) => {
    await cell(page, 'monthlyFee', 'colossus-longer-ramp').dblclick()
    await page.keyboard.type('1.3b')
    await press(page, 'Enter')
    await run(page, 'history')
  },
  conventions: async (page) => page.getByRole('button', { name: /^NPV/ }).click(),
  palette: async (page) => {
    await press(page, 'Control+k')
    await page.keyboard.type('deal')
  },
  preferences: async (page) => run(page, 'preferences'),
  'keys and shortcuts': async (page) => run(page, 'keys'),
  versions: async (page) => run(page, 'versions'),
  backups: async (page) => run(page, 'backups'),
  'book menu': async (page) => page.getByRole('button', { name: 'Book' }).click(),
  'deal menu': async (page) => page.getByRole('button', { name: /^Actions for/ }).first().click(),
  'eight deals': async (page) => {
    await cell(page, 'name', 'colossus-longer-ramp').click()
    for (let deals = 3; deals < 8; deals++) await press(page, 'Control+d')
  },
  'every term': async (page) => press(page, 'Control+Shift+e'),
  'no deals': async (page) => {
    for (let deals = 3; deals > 0; deals--) await run(page, 'remove the deal')
  },
  'long texts': async (page) => {
    await cell(page, 'name', 'colossus-longer-ramp').dblclick()
    await page.keyboard.type('A very long name of an offer that somebody wrote in full, with its date and its round')
    await press(page, 'Enter')
    await cell(page, 'buyer', 'colossus-longer-ramp').dblclick()
    await page.keyboard.type('The Company of All Compute in the Northern Hemisphere, a Delaware Limited Partnership')
    await press(page, 'Enter')
  },
}

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
          await page.waitForTimeout(400)
          const file = `${name.replaceAll(' ', '-')}-${viewport.width}-${colorScheme}.png`
          await page.screenshot({ path: join(folder, file) })
        })
}

import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { build, type Rolldown } from 'vite'
import { expect, test } from '../e2e/app.ts'
import { cell, colossus, saved, third } from '../e2e/screen.ts'
import { median } from './median.ts'

const rounds = 31
const limit = 3

async function emptyUpdateScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: { input: resolve(import.meta.dirname, 'emptyUpdate.tsx'), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput
  return built.output[0].code
}

interface Measured {
  /** Milliseconds from the key press until the text has changed. */
  committed: number
  /** Until the frame with it is painted. */
  shown: number
}

/** From the next press of Enter to the change of an element's text, and to the frame that shows it. */
async function measure(page: Page, selector: string, press: () => Promise<void>): Promise<Measured> {
  await page.evaluate((watched) => {
    const element = document.querySelector(watched)!
    let pressed = 0
    addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true })
    const holder = window as unknown as { measured: Promise<{ committed: number; shown: number }> }
    holder.measured = new Promise((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        const committed = performance.now() - pressed
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => done({ committed, shown: performance.now() - pressed }))
          port1.start()
          port2.postMessage(null)
        })
      })
      observer.observe(element, { childList: true, characterData: true, subtree: true })
    })
  }, selector)
  await press()
  return page.evaluate(() => (window as unknown as { measured: Promise<Measured> }).measured)
}

test('an edit of one of eight deals is shown within three times an empty React update', async ({
  app: { page },
}) => {
  test.setTimeout(120_000)
  for (let count = 4; count <= 8; count++) {
    await cell(page, 'name', third).focus()
    await page.keyboard.press('ControlOrMeta+D')
    await expect(page.locator('th[data-term="name"]')).toHaveCount(count)
  }
  await page.evaluate(await emptyUpdateScript())
  await expect(page.locator('#empty-update')).toBeVisible()

  const times: { empty: Measured[]; edit: Measured[] } = { empty: [], edit: [] }
  for (let round = 0; round < rounds; round++) {
    await page.locator('#empty-update').focus()
    times.empty.push(await measure(page, '#empty-update', () => page.keyboard.press('Enter')))

    await cell(page, 'monthlyFee', colossus).focus()
    await page.keyboard.press('F2')
    await cell(page, 'monthlyFee', colossus)
      .getByRole('textbox')
      .fill(`${1300 + round}m`)
    const changed = `[data-figure="totalContractValue"] [data-deal="${colossus}"] [data-part="text"]`
    times.edit.push(await measure(page, changed, () => page.keyboard.press('Enter')))
    await saved(page)
  }
  const middle = (measured: Measured[], part: keyof Measured) => median(measured.map((each) => each[part]))
  const ratio = middle(times.edit, 'shown') / middle(times.empty, 'shown')
  const words = (name: string, measured: Measured[]) =>
    `${name} ${middle(measured, 'shown').toFixed(1)} ms (text changed after ${middle(measured, 'committed').toFixed(1)} ms)`
  console.log(
    `edit of the baseline of 8 deals: ${words('empty React update', times.empty)}, ${words('edit', times.edit)}, ratio ${ratio.toFixed(2)} (limit ${limit})`,
  )
  expect(ratio).toBeLessThan(limit)
})

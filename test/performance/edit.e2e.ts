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

  const empty: Measured[] = []
  const edits: Record<string, Measured[]> = { [third]: [], [colossus]: [] }
  for (let round = 0; round < rounds; round++) {
    await page.locator('#empty-update').focus()
    empty.push(await measure(page, '#empty-update', () => page.keyboard.press('Enter')))
    for (const [deal, measured] of Object.entries(edits)) {
      await cell(page, 'monthlyFee', deal).focus()
      await page.keyboard.press('F2')
      await cell(page, 'monthlyFee', deal)
        .getByRole('textbox')
        .fill(`${1300 + round}m`)
      const changed = `[data-figure="totalContractValue"] [data-deal="${deal}"] [data-part="text"]`
      measured.push(await measure(page, changed, () => page.keyboard.press('Enter')))
      await saved(page)
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)))
    }
  }
  const middle = (measured: readonly Measured[], part: keyof Measured) =>
    median(measured.map((each) => each[part]))
  const words = (measured: readonly Measured[]) =>
    `${middle(measured, 'shown').toFixed(1)} ms (text changed after ${middle(measured, 'committed').toFixed(1)} ms)`
  const ratioOf = (deal: string) => middle(edits[deal]!, 'shown') / middle(empty, 'shown')
  console.log(`8 deals: empty React update ${words(empty)}`)
  console.log(
    `8 deals: edit of one deal ${words(edits[third]!)}, ratio ${ratioOf(third).toFixed(2)} (limit ${limit})`,
  )
  console.log(
    `8 deals: edit of the baseline, which changes every column, ${words(edits[colossus]!)}, ratio ${ratioOf(colossus).toFixed(2)}`,
  )
  expect(ratioOf(third)).toBeLessThan(limit)
})

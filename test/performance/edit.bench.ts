import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/app.ts'
import { colossus, saved, third } from '../e2e/screen.ts'
import { idle } from '../support/dragFee.ts'
import { showEightDeals } from '../support/eightDeals.ts'
import { pageScript } from '../support/pageScript.ts'
import { typeFee } from '../support/typeFee.ts'
import { report } from './measurement.ts'
import { steadyMean } from './statistics.ts'

const rounds = 47
/** Milliseconds from one frame to the next. */
const frameTime = 1000 / 60

interface Measured {
  /** Milliseconds from the key press until the text has changed. */
  committed: number
  /** Until the frame with it is painted. */
  shown: number
}

/**
 * From a press of Enter on one element to the change of another's text, and to the frame that shows it. The press
 * comes a given time after a frame began, so that what is compared waits for its frame equally long.
 */
async function measure(page: Page, pressed: string, watched: string, phase: number): Promise<Measured> {
  return page.evaluate(
    ([pressedSelector, watchedSelector, delay]) =>
      new Promise<Measured>((done) => {
        const target = document.querySelector(pressedSelector)!
        let start = 0
        const observer = new MutationObserver(() => {
          observer.disconnect()
          const committed = performance.now() - start
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => done({ committed, shown: performance.now() - start }))
            port1.start()
            port2.postMessage(null)
          })
        })
        observer.observe(document.querySelector(watchedSelector)!, {
          childList: true,
          characterData: true,
          subtree: true,
        })
        requestAnimationFrame((frame) => {
          const press = () => {
            // Timers come up to four milliseconds late: nothing else is to be done until then.
            do start = performance.now()
            while (start < frame + delay)
            target.dispatchEvent(
              new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
            )
          }
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', press)
          port1.start()
          port2.postMessage(null)
        })
      }),
    [pressed, watched, phase] as const,
  )
}

test('an edit of one of eight deals', async ({ app: { page } }) => {
  await showEightDeals(page)
  await page.evaluate(await pageScript(resolve(import.meta.dirname, 'emptyUpdate.tsx')))
  await expect(page.locator('#empty-update')).toBeVisible()

  const empty: Measured[] = []
  const edits: Record<string, Measured[]> = { [third]: [], [colossus]: [] }
  for (let round = 0; round < rounds; round++) {
    const phase = (round / rounds) * frameTime
    empty.push(await measure(page, '#empty-update', '#empty-update', phase))
    for (const [deal, measured] of Object.entries(edits)) {
      const field = await typeFee(page, deal, `${1300 + round}m`)
      const changed = `[data-figure="totalContractValue"] [data-deal="${deal}"] [data-part="text"]`
      measured.push(await measure(page, field, changed, phase))
      await saved(page)
      await idle(page)
    }
  }
  // Each waits for its frame by another part of one: of that the mean is the measure, and not the middle.
  const mean = (measured: readonly Measured[], part: keyof Measured) =>
    steadyMean(measured.map((each) => each[part]))
  for (const [deal, what] of [
    [third, 'a deal'],
    [colossus, 'the baseline'],
  ] as const)
    for (const [part, until] of [
      ['committed', 'until the text changes'],
      ['shown', 'until its frame is made'],
    ] as const)
      report({
        work: `edit of ${what}, 8 deals, ${until}`,
        unit: 'ms',
        value: mean(edits[deal]!, part),
        peer: { name: 'empty React update', value: mean(empty, part) },
        ...(part === 'committed' ? { target: { value: 16 } } : {}),
      })
})

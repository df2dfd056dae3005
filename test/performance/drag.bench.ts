import { resolve } from 'node:path'
import { test } from '../e2e/app.ts'
import { colossus, third } from '../e2e/screen.ts'
import { dragFee } from '../support/dragFee.ts'
import { showEightDealsOfSixtyMonths } from '../support/eightDeals.ts'
import { pageScript } from '../support/pageScript.ts'
import { report } from './measurement.ts'
import { percentile } from './statistics.ts'

const rounds = 60

test('a drag of a fee, with eight deals of sixty months', async ({ app: { page } }) => {
  await showEightDealsOfSixtyMonths(page)
  await page.evaluate(await pageScript(resolve(import.meta.dirname, 'bareChart.tsx')))
  for (const [dealId, what] of [
    [third, 'a deal'],
    [colossus, 'the baseline'],
  ] as const) {
    const bare: number[] = []
    // Between two moves the charting library draws its own lines anew.
    const moves = await dragFee(page, dealId, rounds, async (round) => {
      bare.push(
        await page.evaluate(
          (number) =>
            new Promise<number>((done) => requestIdleCallback(() => done(window.bareUpdate(number)))),
          round,
        ),
      )
    })
    const work = moves.map(({ after }) => after.work)
    for (const share of [50, 95])
      report({
        work: `drag of ${what}, 8 deals, p${share}`,
        unit: 'ms',
        value: percentile(work, share),
        peer: { name: 'recharts, 8 bare lines', value: percentile(bare, share) },
        target: { value: 16 },
      })
    report({
      work: `drag of ${what}, until another chart follows, p95`,
      unit: 'frames',
      value: percentile(
        moves.map(({ after }) => after.frames ?? 10),
        95,
      ),
      target: { value: 3 },
    })
  }
})

import { resolve } from 'node:path'
import { test } from '../e2e/app.ts'
import { pageScript } from '../support/pageScript.ts'
import { report } from './measurement.ts'
import { median } from './statistics.ts'

const rounds = 15

test('the chart in focus after an edit', async ({ app: { page } }) => {
  await page.evaluate(await pageScript(resolve(import.meta.dirname, 'chartUpdate.tsx')))
  for (const id of ['payments', 'commitment'] as const) {
    const { ours, theirs } = await page.evaluate(([chart, count]) => window.chartUpdates(chart, count), [
      id,
      rounds,
    ] as const)
    report({
      work: `chart of ${id}, 8 deals of 60 months`,
      unit: 'ms',
      value: median(ours),
      peer: { name: 'recharts, 8 bare lines', value: median(theirs) },
    })
  }
})

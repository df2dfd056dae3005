import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { median } from './median.ts'

const root = resolve(import.meta.dirname, '../..')
const rounds = 7
const limit = 1.5

/**
 * Milliseconds from the creation of the process to the first paint with content. The workbench paints nothing before
 * it is whole, and it is usable once it is painted; the first start of all, which makes the sample book, is measured.
 */
async function timeToContent(app: string): Promise<number> {
  const userData = await mkdtemp(join(tmpdir(), 'offtake-start-'))
  const electron = await _electron.launch({
    executablePath: process.env['OFFTAKE_ELECTRON'],
    args: [app, `--user-data-dir=${userData}`],
  })
  try {
    const page = await electron.firstWindow()
    const painted = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((entries) => {
            const [paint] = entries.getEntriesByName('first-contentful-paint')
            if (paint) done(performance.timeOrigin + paint.startTime)
          }).observe({ type: 'paint', buffered: true })
        }),
    )
    if (app === root) await expect(page.locator('[data-ready="true"]')).toBeVisible()
    const created = await electron.evaluate(() => process.getCreationTime())
    return painted - created!
  } finally {
    await electron.close()
    await rm(userData, { recursive: true, force: true })
  }
}

test('the first window is usable within 1.5 times an empty Electron window', async () => {
  test.setTimeout(240_000)
  const empty = join(import.meta.dirname, 'emptyApp')
  const times: { empty: number[]; offtake: number[] } = { empty: [], offtake: [] }
  for (let round = 0; round < rounds; round++) {
    times.empty.push(await timeToContent(empty))
    times.offtake.push(await timeToContent(root))
  }
  const [ofEmpty, ofOfftake] = [median(times.empty), median(times.offtake)]
  const ratio = ofOfftake / ofEmpty
  console.log(
    `first window: empty ${ofEmpty.toFixed(0)} ms, Offtake ${ofOfftake.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (limit ${limit})`,
  )
  expect(ratio).toBeLessThan(limit)
})

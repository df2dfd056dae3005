import { resolve } from 'node:path'
import { expect, test } from '../e2e/app.ts'
import { colossus, second, third } from '../e2e/screen.ts'
import { pageScript } from '../support/pageScript.ts'

test('an edit of a deal draws no cell of another deal', async ({ app: { page } }) => {
  await page.evaluate(await pageScript(resolve(import.meta.dirname, 'renderCount.tsx')))
  const drawnBy = (chargeId: string) =>
    page.evaluate(
      (id) =>
        window.cellsDrawnBy({ type: 'charge.set', chargeId: id, changes: { monthlyFee: 1_300_000_000_00 } }),
      chargeId,
    )
  const forThird = await drawnBy(`${third}/fee`)
  expect(Object.keys(forThird)).toEqual([third])
  expect(forThird[third]).toBeGreaterThan(50)
  // Of the baseline, against which the others stand: beside its own cells, those that now differ, or no longer do.
  const forBaseline = await drawnBy(`${colossus}/fee`)
  expect(forBaseline[colossus]).toBe(forThird[third])
  expect(forBaseline[second] ?? 0).toBe(0)
})

test('an edit draws the rows it changes and no other', async ({ app: { page } }) => {
  await page.evaluate(await pageScript(resolve(import.meta.dirname, 'renderCount.tsx')))
  const drawnBy = (dealId: string, changes: { monthlyFee?: number; label?: string }) =>
    page.evaluate(
      ([chargeId, changed]) => window.rowsDrawnBy({ type: 'charge.set', chargeId, changes: changed }),
      [`${dealId}/fee`, changes] as const,
    )
  for (const deal of [third, colossus]) {
    expect(await drawnBy(deal, { monthlyFee: 1_300_000_000_00 })).toEqual(['monthlyFee'])
    expect(await drawnBy(deal, {})).toEqual([])
  }
})

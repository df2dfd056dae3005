import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeLargeBook } from '../support/largeBook.ts'
import { expect, type RunningApp, test } from '../e2e/app.ts'
import { cell, colossus, enter, saved } from '../e2e/screen.ts'

/** So many that the screen keeps only the deals side by side. */
const deals = 600

async function withLargeBook(app: RunningApp) {
  const path = join(app.userData, 'Colossus options.offtake')
  return app.restart(() => {
    rmSync(path)
    writeLargeBook(path, deals, false)
    return Promise.resolve()
  })
}

test('of a book of hundreds of deals any can be shown, edited, duplicated and removed, and all undone', async ({
  app,
}) => {
  const page = await withLargeBook(app)
  const list = page.getByRole('navigation', { name: 'Deals' })
  const columns = page.locator('th[data-term="name"]')
  await expect(columns).toHaveCount(3)
  // Those in view are drawn, and no others.
  expect(await list.getByRole('listitem').count()).toBeLessThan(60)

  await enter(page, 'monthlyFee', colossus, '1.3B')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,300 M')
  await list.getByRole('checkbox', { name: 'Show Colossus lease 6', exact: true }).click()
  await expect(columns).toHaveCount(4)
  await enter(page, 'monthlyFee', 'deal-6', '1.1B')
  await expect(cell(page, 'monthlyFee', 'deal-6')).toContainText('$1,100 M')
  await saved(page)

  await list.locator('[data-deal="deal-7"]').hover()
  await list.getByRole('button', { name: 'Actions for Colossus second lease 7', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Remove', exact: true }).click()
  await expect(list.locator('[data-deal="deal-7"]')).toHaveCount(0)
  await list.locator('[data-deal="deal-9"]').hover()
  await list.getByRole('button', { name: 'Actions for Colossus lease 9', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(columns).toHaveCount(5)
  await saved(page)

  for (let step = 0; step < 5; step += 1) {
    await page.getByRole('button', { name: /^Undo / }).click()
    await saved(page)
  }
  await expect(list.locator('[data-deal="deal-7"]')).toHaveCount(1)
  await expect(columns).toHaveCount(3)
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,250 M')
})

test('the last of hundreds of deals is found by scrolling', async ({ app }) => {
  const page = await withLargeBook(app)
  const list = page.getByRole('navigation', { name: 'Deals' })
  await list.locator('ul').evaluate(({ parentElement }) => {
    parentElement!.scrollTop = parentElement!.scrollHeight
  })
  await expect(list.locator('[data-deal="deal-599"]')).toBeVisible()
  await list.getByRole('button', { name: 'New deal' }).click()
  await expect(page.locator('th[data-term="name"]')).toHaveCount(4)
})

test('edits of hundreds of deals that follow each other at once are all made, in their order', async ({
  app,
}) => {
  const page = await withLargeBook(app)
  for (const fee of ['1.3B', '1.4B', '1.5B']) await enter(page, 'monthlyFee', colossus, fee)
  await saved(page)
  // Undo is made by the core, and what is typed meanwhile is of the book it leaves.
  await cell(page, 'gpus', colossus).focus()
  // Two in one turn, as a held key makes them on a slow machine: the first has no answer yet.
  await page.evaluate(() => {
    const init = { key: 'z', ctrlKey: true, metaKey: true, bubbles: true, cancelable: true }
    for (let press = 0; press < 2; press++)
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', init))
  })
  await enter(page, 'gpus', colossus, '210,000')
  await saved(page)
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,300 M')
  await expect(cell(page, 'gpus', colossus)).toContainText('210,000')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

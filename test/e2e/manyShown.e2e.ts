import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { writeLargeBook } from '../support/largeBook.ts'
import { expect, type RunningApp, test } from './app.ts'
import { cell, colossus, enter, figure, saved, second } from './screen.ts'

/** Opens a book of ten deals after another program has changed its rows. */
const withTenDeals = (app: RunningApp, changes: string) =>
  app.restart(() => {
    const path = join(app.userData, 'Colossus options.offtake')
    rmSync(path)
    writeLargeBook(path, 10, false)
    const file = new Database(path)
    file.exec(changes)
    file.close()
    return Promise.resolve()
  })

test('a book with more deals shown than fit side by side is shown, edited and brought back', async ({
  app,
}) => {
  const page = await withTenDeals(app, 'UPDATE deals SET shown = 1')
  const list = page.getByRole('navigation', { name: 'Deals' })
  const columns = page.locator('th[data-term="name"]')
  await expect(columns).toHaveCount(10)
  await expect(list.getByRole('status')).toHaveText('10 deals are shown; 8 fit side by side. Hide 2.')

  // The first and the last column alike: 35 months in full and two at half.
  for (const deal of [colossus, 'deal-9']) {
    await enter(page, 'monthlyFee', deal, '1.3B')
    await expect(figure(page, 'totalContractValue', deal)).toHaveText('$46.800 B')
  }
  await expect(figure(page, 'totalContractValue', 'deal-9')).toBeInViewport()

  await list.getByRole('checkbox', { name: 'Show Colossus lease 9', exact: true }).click()
  await expect(columns).toHaveCount(9)
  await expect(list.getByRole('status')).toHaveText('9 deals are shown; 8 fit side by side. Hide 1.')
  await list.getByRole('checkbox', { name: 'Show Colossus lease 9', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(
    '8 deals fit side by side. Hide one before you show another.',
  )
  await expect(columns).toHaveCount(9)
  await list.getByRole('checkbox', { name: 'Show Colossus lease 6', exact: true }).click()
  await expect(columns).toHaveCount(8)
  await expect(list.getByRole('status')).toHaveCount(0)
  await saved(page)
  await app.restart()
  await expect(app.page.locator('th[data-term="name"]')).toHaveCount(8)
})

test('a baseline that another program has hidden is shown again from the list', async ({ app }) => {
  const page = await withTenDeals(app, `UPDATE deals SET shown = 0 WHERE id = '${colossus}'`)
  const list = page.getByRole('navigation', { name: 'Deals' })
  await enter(page, 'monthlyFee', second, '1.3B')
  await expect(cell(page, 'monthlyFee', second)).toContainText('$1,300 M')
  const checkbox = list.getByRole('checkbox', { name: 'Show Colossus lease', exact: true })
  await checkbox.click()
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,250 M')
  await expect(checkbox).toBeDisabled()
  await saved(page)
})

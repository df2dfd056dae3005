import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../e2e/app.ts'
import { cell, centsIn, colossus, enter, figure, second, showAmountsAs, showsCents } from '../e2e/screen.ts'

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'How it came about' })

const textsOf = (found: Locator) => found.allInnerTexts()

test('an exit cost is explained to the cent, leads to its inputs, and follows their edits', async ({
  app: { page, electron },
}) => {
  await showAmountsAs(page, 'To the cent')
  const exitCost = page.locator(`[data-figure="committed"] [data-deal="${colossus}"]`)
  await exitCost.focus()
  await page.keyboard.press('Enter')
  const panel = panelOf(page)
  await expect(panel).toBeFocused()
  await expect(panel.getByRole('heading', { level: 4 })).toHaveText([
    'Formula',
    'Steps',
    'Defined otherwise',
    'Inputs',
    /^What would change it most/,
  ])
  await expect(panel).toContainText('E = min(end, max(t, L) + N)')

  // What is on the screen adds up to what is on the screen.
  const table = panel.getByRole('table', { name: 'Exit cost' })
  const addsUp = async (count: number) => {
    const parts = table.locator('[data-enters="plus"] [data-part="value"]')
    await expect(parts).toHaveCount(count)
    const sum = (await textsOf(parts)).reduce((all, text) => all + Number(centsIn(text)), 0)
    await showsCents(table.locator('[data-part="total"]'), sum)
    await showsCents(figure(page, 'committed', colossus), sum)
  }
  await addsUp(4)

  // By the keyboard to an input, from there to its cell; the explanation follows the edit.
  await panel.getByRole('button', { name: 'Notice, 90 days: go to the cell' }).press('Enter')
  await expect(cell(page, 'buyer-notice', colossus)).toBeFocused()
  await enter(page, 'buyer-notice', colossus, '120 days')
  // 20 Nov 2026 and 120 days: the 20th of March is the first day without service.
  await expect(table.getByRole('rowheader', { name: '1–19 Mar 2027' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Notice, 120 days: go to the cell' })).toBeVisible()
  await addsUp(5)

  // What holds for every deal opens where it is changed.
  await panel.getByRole('button', { name: /^As of, 20 Nov 2026/ }).click()
  await expect(page.getByRole('textbox', { name: 'As of' })).toBeFocused()
  await panel.getByRole('button', { name: 'Close the explanation' }).press('Escape')
  await expect(panel).toBeHidden()

  // Escape gives the keyboard back to the figure.
  const breakEven = page.locator(`[data-figure="breakEvenAccrued"] [data-deal="${second}"]`)
  await breakEven.focus()
  await page.keyboard.press('Enter')
  await expect(panelOf(page)).toBeFocused()
  await expect(panelOf(page).getByRole('table', { name: 'Cumulative cost month by month' })).toBeVisible()
  await panelOf(page).getByRole('button', { name: 'Copy steps' }).click()
  await expect(page.getByText('Copied the steps of “Break-even, accrued”.')).toBeVisible()
  const copied = await electron!.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain(
    // Both begin with nothing; of the lease half a fee of 1.25 billion is due by June, of the other nothing yet.
    'Up to\tBaseline, USD\tDeal, USD\tDifference, USD\n1 May 2026\t0\t0\t0\n1 Jun 2026\t625000000\t0\t625000000\n',
  )
  await page.keyboard.press('Escape')
  await expect(panelOf(page)).toBeHidden()
  await expect(breakEven).toBeFocused()

  // An input of the baseline leads to the baseline’s cell.
  await page.keyboard.press('Enter')
  await panelOf(page)
    .getByRole('button', { name: /^Monthly fee, .*: go to the cell/ })
    .last()
    .press('Enter')
  await expect(cell(page, 'monthlyFee', colossus)).toBeFocused()

  // The conventions of a present value open where they are changed, the first time and again.
  await page.locator(`[data-figure="presentValue"] [data-deal="${colossus}"]`).click()
  for (const setting of ['Discounting', 'Fees are taken to fall']) {
    await panelOf(page)
      .getByRole('button', { name: new RegExp(`^${setting}, .*: go to its field`) })
      .click()
    const conventions = page.getByRole('dialog', { name: 'Conventions of all figures' })
    await expect(conventions).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(conventions).toBeHidden()
  }
})

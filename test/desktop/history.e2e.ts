import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/app.ts'
import { cell, colossus, enter, figure, paste, saved, second, third } from '../e2e/screen.ts'

const panel = (page: Page) => page.getByRole('dialog', { name: 'History' })
const steps = (page: Page) => panel(page).getByRole('option')
const present = (page: Page) => panel(page).getByRole('option', { selected: true })
const undo = (page: Page) => page.keyboard.press('ControlOrMeta+Z')

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

async function openHistory(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+H')
  await expect(panel(page).getByRole('listbox')).toBeFocused()
}

/** Waits until the deals are in this order. */
const ordered = (page: Page, dealIds: readonly string[]) =>
  expect
    .poll(() =>
      page
        .locator('li[data-deal]')
        .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['deal'])),
    )
    .toEqual(dealIds)

test('the history goes back to any step and forth, an edit from there drops the rest, and all of it survives a restart', async ({
  app,
}) => {
  const { page } = app
  const fee = cell(page, 'monthlyFee', colossus)
  for (const amount of ['1.3B', '1.4B', '1.5B', '1.6B']) await enter(page, 'monthlyFee', colossus, amount)
  await enter(page, 'name', colossus, 'Renamed lease')

  await openHistory(page)
  await expect(steps(page)).toHaveCount(6)
  await expect(steps(page).first()).toContainText('Name of Renamed lease: Colossus lease to Renamed lease')
  await expect(steps(page).last()).toContainText('Before these steps')
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
  await expect(fee).toContainText('$1,400 M')
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$50.400 B')
  await expect(present(page)).toContainText('$1,300 M to $1,400 M')
  await expect(steps(page).filter({ hasText: ', undone' })).toHaveCount(3)
  await expect(panel(page).getByRole('status')).toHaveText('5 steps, 3 undone')

  await steps(page).filter({ hasText: '$1,500 M to $1,600 M' }).click()
  await expect(fee).toContainText('$1,600 M')
  await steps(page).last().click()
  await expect(fee).toContainText('$1,250 M')
  await steps(page).filter({ hasText: '$1,400 M to $1,500 M' }).click()
  await expect(fee).toContainText('$1,500 M')

  await enter(page, 'monthlyFee', colossus, '1.7B')
  await expect(steps(page)).toHaveCount(5)
  await expect(present(page)).toContainText('$1,500 M to $1,700 M')
  await expect(page.getByRole('button', { name: 'Redo', exact: true })).toBeDisabled()
  await saved(page)

  const again = await app.restart()
  await expect(cell(again, 'monthlyFee', colossus)).toContainText('$1,700 M')
  await undo(again)
  await expect(cell(again, 'monthlyFee', colossus)).toContainText('$1,500 M')
  await openHistory(again)
  await expect(steps(again)).toHaveCount(5)
  await press(again, 'End', 'Enter')
  await expect(cell(again, 'monthlyFee', colossus)).toContainText('$1,250 M')
  await press(again, 'Home', 'Enter')
  await expect(cell(again, 'monthlyFee', colossus)).toContainText('$1,700 M')
  await saved(again)
})

test('the history gives the keyboard back where it came from', async ({ app: { page } }) => {
  await enter(page, 'monthlyFee', colossus, '1.3B')
  await cell(page, 'gpus', third).focus()
  await openHistory(page)
  await page.keyboard.press('Escape')
  await expect(panel(page)).toHaveCount(0)
  await expect(cell(page, 'gpus', third)).toBeFocused()

  const button = page.getByRole('button', { name: 'History', exact: true })
  await button.click()
  await expect(panel(page).getByRole('listbox')).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('button', { name: 'Close the history' }).click()
  await expect(button).toBeFocused()

  await page.getByRole('button', { name: 'Book', exact: true }).click()
  await page.getByRole('menuitem', { name: /^History/ }).click()
  await expect(panel(page).getByRole('listbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Shift+H')
  await expect(panel(page)).toHaveCount(0)
})

test('a history without a step says what it is for, and a cell entered twice in a moment is two steps', async ({
  app: { page },
}) => {
  await page.keyboard.press('ControlOrMeta+Shift+H')
  await expect(panel(page)).toContainText('Every edit will be a step here.')
  await enter(page, 'monthlyFee', colossus, '1.3B')
  await expect(steps(page)).toHaveCount(2)
  await expect(present(page)).toContainText('$1,250 M to $1,300 M')
  await enter(page, 'monthlyFee', colossus, '1.4B')
  await undo(page)
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,300 M')
  await undo(page)
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,250 M')
})

test('a long history draws what is in view and reaches its end', async ({ app: { page } }) => {
  const count = 60
  await cell(page, 'monthlyFee', colossus).focus()
  for (let i = 0; i < count; i++) await paste(page, `${1300 + i}m`)
  await openHistory(page)
  await expect(present(page)).toContainText('$1,359 M')
  await expect.poll(() => steps(page).count()).toBeLessThan(count)
  await page.keyboard.press('End')
  await expect(steps(page).filter({ hasText: 'Before these steps' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,250 M')
  await saved(page)
})

test('a deal moved by a held key is one step, and none where it comes back', async ({ app: { page } }) => {
  const noUndo = page.getByRole('button', { name: 'Undo', exact: true })
  await cell(page, 'name', colossus).focus()
  await press(page, 'Alt+Shift+ArrowRight', 'Alt+Shift+ArrowRight')
  await ordered(page, [second, third, colossus])
  await undo(page)
  await ordered(page, [colossus, second, third])
  await expect(noUndo).toBeDisabled()

  await press(page, 'Alt+Shift+ArrowRight', 'Alt+Shift+ArrowLeft')
  await ordered(page, [colossus, second, third])
  await expect(noUndo).toBeDisabled()
  await saved(page)
})

import { expect, type Locator, type Page } from '@playwright/test'
import { test } from '../e2e/app.ts'
import { cell, colossus, second, third } from '../e2e/screen.ts'

/** Presses a key on a cell and expects the keyboard on another. */
async function goes(page: Page, from: Locator, key: string, to: Locator): Promise<void> {
  await from.focus()
  await page.keyboard.press(key)
  await expect(to, key).toBeFocused()
}

test('every key of the sheet goes where a spreadsheet’s does', async ({ app: { page } }) => {
  const at = (termId: string, dealId: string) => cell(page, termId, dealId)
  const last = page.locator('tbody tr:last-child td[data-term]').last()
  const moves: [Locator, string, Locator][] = [
    [at('gpus', second), 'Home', at('gpus', colossus)],
    [at('gpus', second), 'End', at('gpus', third)],
    [at('gpus', second), 'Control+ArrowLeft', at('gpus', colossus)],
    [at('gpus', second), 'Control+ArrowRight', at('gpus', third)],
    [at('gpus', second), 'Control+ArrowUp', at('name', second)],
    [at('gpus', second), 'Control+Home', at('name', colossus)],
    [at('gpus', second), 'Control+End', last],
    [last, 'ArrowDown', last],
    [last, 'ArrowRight', last],
    [at('name', colossus), 'ArrowUp', at('name', colossus)],
    [at('gpus', colossus), 'Tab', at('gpus', second)],
    [at('gpus', second), 'Shift+Tab', at('gpus', colossus)],
    [at('gpus', second), 'Shift+Enter', at('powerBasis', second)],
  ]
  for (const [from, key, to] of moves) await goes(page, from, key, to)

  // At the end of a row Tab leaves the sheet, which is no trap.
  await at('gpus', third).focus()
  await page.keyboard.press('Tab')
  await expect(page.locator('[role="grid"] :focus')).toHaveCount(0)

  // A page is what the window holds of the sheet: less than there is of it, and more than a row.
  await at('buyer', second).focus()
  await page.keyboard.press('PageDown')
  await expect(at('buyer', second)).not.toBeFocused()
  await expect(last).not.toBeFocused()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expect(at('name', second)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(at('buyer', second)).toBeFocused()

  // With Shift the same keys select, and the keyboard stays where it is.
  const selected = page.locator('[aria-selected="true"]')
  for (const [keys, count] of [
    [['Shift+End'], 2],
    [['Shift+Home', 'Shift+ArrowUp'], 4],
    [
      ['Control+Space', 'Control+Shift+ArrowRight'],
      2 * (await page.locator(`[data-term][data-deal="${second}"]`).count()),
    ],
  ] as const) {
    await at('gpus', second).focus()
    await page.keyboard.press('Escape')
    for (const key of keys) await page.keyboard.press(key)
    await expect(selected, keys.join()).toHaveCount(count)
    await expect(at('gpus', second)).toBeFocused()
  }

  // Choices open by Alt and Down, or by a letter; Enter in a field goes down, with Shift up.
  for (const key of ['Alt+ArrowDown', 'f']) {
    await at('powerBasis', second).focus()
    await page.keyboard.press(key)
    await expect(page.getByRole('option', { name: 'facility' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('listbox')).toBeHidden()
    await expect(at('powerBasis', second)).toBeFocused()
  }
  await at('gpus', second).focus()
  await page.keyboard.type('1')
  await goes(page, at('gpus', second).getByRole('textbox'), 'Shift+Enter', at('powerBasis', second))
  await expect(at('gpus', second)).toContainText('1')
})

import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { cell, colossus, figure, fill, saved, second, third } from './screen.ts'

/** The small tables of what a deal has several of: tranches, charges and rights, a column each. */

async function open(page: Page, term: string, dealId: string, title: string): Promise<Locator> {
  await cell(page, term, dealId).focus()
  await page.keyboard.press('Alt+Enter')
  return page.getByRole('dialog', { name: title })
}

test('tranches are added, entered, refused and taken away side by side', async ({ app: { page } }) => {
  const table = await open(page, 'power', colossus, 'Tranches, Colossus lease')
  await table.getByRole('button', { name: 'Add a tranche' }).click()
  await expect(table.getByRole('columnheader')).toHaveCount(2)
  await expect(page.getByRole('button', { name: '2 tranches, Colossus lease' })).toBeVisible()
  await fill(table, 'Power, Tranche 2', '100')
  await fill(table, 'GPUs, Tranche 2', '50k')
  // 1.25 billion over 400 MW.
  await expect(figure(page, 'pricePerMegawattMonth', colossus)).toHaveText('$3,125,000')
  await expect(cell(page, 'tranche-2-gpus', colossus)).toContainText('50,000')

  const gpus = table.getByRole('textbox', { name: 'GPUs, Tranche 2' })
  await fill(table, 'GPUs, Tranche 2', 'many')
  await expect(table.getByRole('alert')).toBeVisible()
  await expect(gpus).toHaveValue('many')
  await gpus.press('Escape')
  await expect(gpus).toHaveValue('50,000')

  await fill(table, 'Name of Tranche 2', 'Annex')
  await table.getByRole('button', { name: 'Remove Annex' }).click()
  await expect(figure(page, 'pricePerMegawattMonth', colossus)).toHaveText('$4,166,667')
  await table.getByRole('button', { name: 'Add a tranche' }).focus()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(table.getByRole('textbox', { name: 'GPUs, Annex' })).toHaveValue('50,000')
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(table.getByRole('button', { name: /^Remove/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(table).toBeHidden()
  await expect(cell(page, 'power', colossus)).toBeFocused()
  await saved(page)
})

test('what stands in a field counts on leaving its table, and what is refused keeps it open', async ({
  app: { page },
}) => {
  const table = await open(page, 'power', colossus, 'Tranches, Colossus lease')
  const gpus = table.getByRole('textbox', { name: 'GPUs, Capacity' })
  await gpus.fill('215k')
  await page.getByRole('searchbox').click()
  await expect(table).toBeHidden()
  await expect(cell(page, 'gpus', colossus)).toContainText('215,000')
  await expect(page.getByRole('searchbox')).toBeFocused()

  await open(page, 'power', colossus, 'Tranches, Colossus lease')
  await gpus.fill('many')
  await page.getByRole('searchbox').click()
  await expect(table.getByRole('alert')).toBeVisible()
  await expect(gpus).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(gpus).toHaveValue('215,000')
  await page.keyboard.press('Escape')
  await expect(table).toBeHidden()
  await expect(cell(page, 'power', colossus)).toBeFocused()
  await expect(cell(page, 'gpus', colossus)).toContainText('215,000')
})

test('a tranche that is taken away takes along what was typed in it', async ({ app: { page } }) => {
  const table = await open(page, 'power', colossus, 'Tranches, Colossus lease')
  for (const number of [2, 3]) {
    await table.getByRole('button', { name: 'Add a tranche' }).click()
    await expect(table.getByRole('textbox', { name: `Name of Tranche ${number}` })).toBeFocused()
    await fill(table, `GPUs, Tranche ${number}`, '5000')
  }
  await fill(table, 'GPUs, Tranche 2', 'lots')
  await expect(table.getByRole('alert')).toBeVisible()
  await table.getByRole('button', { name: 'Remove Tranche 2' }).click()
  await expect(table.getByRole('textbox', { name: 'GPUs, Tranche 3' })).toHaveValue('5,000')
  await expect(table.getByRole('alert')).toHaveCount(0)
})

test('a table opened by its button is closed by it, and the keyboard is in the sheet again', async ({
  app: { page },
}) => {
  await cell(page, 'power', third).focus()
  const button = page.getByRole('button', { name: '1 tranche, Colossus second lease: Tranches' })
  const table = page.getByRole('dialog', { name: 'Tranches, Colossus second lease' })
  await button.click()
  await expect(table).toBeVisible()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await button.click()
  await expect(table).toBeHidden()
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await button.click()
  await expect(table).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(table).toBeHidden()
  await page.keyboard.press('ArrowDown')
  await expect(cell(page, 'powerBasis', third)).toBeFocused()
})

test('a table goes with its deal', async ({ app: { page } }) => {
  await cell(page, 'name', third).focus()
  await page.keyboard.press('ControlOrMeta+D')
  const copy = page.locator('th[data-term="name"]').last()
  await expect(copy).toContainText('copy')
  const copyId = (await copy.getAttribute('data-deal'))!
  const table = await open(page, 'power', copyId, 'Tranches, Longer ramp, +2 % copy')
  await table.getByRole('button', { name: 'Add a tranche' }).focus()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(copy).not.toContainText('copy')
  await expect(table).toBeHidden()
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(copy).toContainText('copy')
  await expect(table).toBeHidden()
})

test('the rights of both parties are read and changed side by side', async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'both parties, Colossus second lease: Rights' }).first().click()
  const table = page.getByRole('dialog', { name: 'Rights to leave, Colossus second lease' })
  await fill(table, 'Notice, Buyer, Google', '30 days')
  // Of 920 million a month 11 of 30 days of November, December, and 30 of 31 days of January.
  await expect(figure(page, 'committed', second)).toHaveText('$2.148 B')
  await table.getByRole('combobox', { name: 'May terminate, Provider, xAI / SpaceX' }).click()
  await page.getByRole('option', { name: 'no' }).click()
  await expect(cell(page, 'provider-allowed', second)).toContainText('no')
  await saved(page)
})

test('a charge’s escalator brings its other terms along, and its ramp opens from there', async ({
  app: { page },
}) => {
  const table = await open(page, 'monthlyFee', third, 'Prices, ramps and escalators, Longer ramp, +2 %')
  await expect(table.getByRole('rowheader')).toHaveText([
    'Price by month',
    'Monthly fee',
    'Ramp',
    'Escalator',
  ])
  await fill(table, 'Escalator, Capacity fee', '3 %')
  await expect(table.getByRole('textbox', { name: 'First escalation, Capacity fee' })).toHaveValue(
    '1 May 2027',
  )
  await table.getByRole('button', { name: /^Ramp, Capacity fee/ }).click()
  const ramp = page.getByRole('dialog', { name: 'Ramp, Longer ramp, +2 %' })
  await fill(ramp, 'Value, step 1', '100 %')
  // The whole of 1.275 billion for three months.
  await expect(figure(page, 'rampSavings', third)).toHaveText('$3.825 B')
  await page.keyboard.press('Escape')
  await expect(ramp).toBeHidden()
  await expect(table).toBeVisible()
  await expect(table.getByRole('button', { name: /^Ramp, Capacity fee/ })).toBeFocused()
  await saved(page)
})

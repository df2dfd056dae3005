import { expect, test } from './app.ts'
import { cell, colossus, figure, fill, second, showEveryTerm, third } from './screen.ts'

/** What the same sources and the same terms say on another reading, for another reader, or with every row. */

test('the other reading of a source is taken, and undone in one step', async ({ app: { page } }) => {
  const value = figure(page, 'totalContractValue', colossus)
  await cell(page, 'start', colossus)
    .getByRole('button', { name: /^Evidence/ })
    .click()
  const evidence = page.getByRole('dialog', { name: /^Start/ })
  await expect(evidence).toContainText('3 May 2026')
  // Both results side by side, before anything is changed: 29 of May's 31 days at half the fee.
  await expect(evidence.locator('[data-reading="totalContractValue"]')).toHaveText(/\$45\.000.B\$44\.960.B$/)
  await evidence.getByRole('button', { name: 'Switch to this reading' }).click()
  await expect(value).toHaveText('$44.960 B')
  await expect(cell(page, 'start', colossus)).toContainText('3 May 2026')
  await expect(evidence).toContainText('1 May 2026Switch to this reading')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(value).toHaveText('$45.000 B')
  await expect(cell(page, 'start', colossus)).toContainText('1 May 2026')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
})

test('a source is entered in one step, refused without its name, and taken away', async ({
  app: { page },
}) => {
  await cell(page, 'gpus', third).focus()
  await page.keyboard.press('ControlOrMeta+E')
  const evidence = page.getByRole('dialog', { name: /^GPUs/ })
  await expect(evidence).toContainText('inherited')
  await evidence.getByRole('button', { name: 'Edit' }).click()
  await evidence.getByRole('radio', { name: 'reported' }).check()
  await evidence.getByRole('textbox', { name: 'Source' }).fill('')
  await evidence.getByRole('button', { name: 'Save' }).click()
  await expect(evidence.getByRole('alert')).toHaveText('Name the source, or call the term assumed.')
  await evidence.getByRole('textbox', { name: 'Source' }).fill('A filing')
  await evidence.getByRole('textbox', { name: 'Dated' }).fill('1/10/2026')
  await evidence.getByRole('button', { name: 'Save' }).click()
  await expect(evidence.getByRole('alert')).toContainText('could be')
  await evidence.getByRole('textbox', { name: 'Dated' }).fill('1 Oct 2026')
  await evidence.getByRole('textbox', { name: 'The term on that reading' }).fill('440k')
  await evidence.getByRole('button', { name: 'Save' }).click()
  await expect(evidence).toContainText('A filing')
  await expect(evidence).toContainText('1 Oct 2026')
  // Twice the GPUs for the same fee: half of 7.94 a GPU-hour.
  await expect(evidence.locator('[data-reading="pricePerGpuHour"]')).toHaveText(/\$7\.94\$3\.97$/)
  await page.keyboard.press('Escape')
  const mark = cell(page, 'gpus', third).getByRole('button', { name: 'Evidence: reported' })
  await expect(mark).toBeVisible()
  await mark.click()
  await evidence.getByRole('button', { name: 'Remove' }).click()
  await expect(evidence).toContainText('Nothing is entered for this term.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(mark).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(mark).toHaveCount(0)
})

test('rows no deal speaks of are shown on request, and the keyboard moves through what is shown', async ({
  app: { page },
}) => {
  const conditions = cell(page, 'frequency', colossus)
  await expect(conditions).toHaveCount(0)
  await cell(page, 'invoiced', colossus).focus()
  await page.keyboard.press('ControlOrMeta+Shift+E')
  await expect(conditions).toContainText('month by month')
  await page.keyboard.press('ArrowUp')
  await expect(conditions).toBeFocused()
  await page.getByRole('button', { name: /^Show only what is said/ }).click()
  await expect(conditions).toHaveCount(0)
  await showEveryTerm(page)
  await expect(conditions).toHaveCount(1)
})

test('for the provider what the buyer saves is worse', async ({ app: { page } }) => {
  const change = figure(page, 'totalContractValue', second, 'change')
  await expect(change).toHaveAttribute('data-tone', 'better')
  await expect(page.locator('[data-figure="committed"]')).toContainText('Exit cost, committed')
  await page.getByRole('button', { name: /^NPV:/ }).click()
  await page.getByRole('combobox', { name: 'Perspective' }).click()
  await page.getByRole('option', { name: 'the provider, who earns' }).click()
  await expect(change).toHaveAttribute('data-tone', 'worse')
  await expect(page.locator('[data-figure="committed"]')).toContainText('Floor revenue, committed')
  await expect(page.getByRole('button', { name: /^NPV:.*provider$/ })).toBeVisible()
})

test('a price on demand is entered, refused and taken away', async ({ app: { page } }) => {
  const utilisation = figure(page, 'breakEvenUtilisation', colossus)
  await expect(utilisation).toHaveCount(0)
  await page.getByRole('button', { name: /^NPV:/ }).click()
  const popup = page.getByRole('dialog')
  await fill(popup, 'Price on demand, a GPU-hour', '10x')
  await expect(popup.getByRole('alert')).toHaveText(/“x” is not a unit this field knows/)
  await expect(utilisation).toHaveCount(0)
  await fill(popup, 'Price on demand, a GPU-hour', '10')
  // 7.78 a GPU-hour of the lease over 10.
  await expect(utilisation).toHaveText('77.8 %')
  await fill(popup, 'Price on demand, a GPU-hour', '5')
  await fill(popup, 'GPUs to be had on demand', '60k')
  await expect(utilisation).toHaveText('never')
  await expect(figure(page, 'breakEvenUtilisation', colossus, 'detail')).toContainText('60,000 of 220,000')
  await fill(popup, 'Price on demand, a GPU-hour', '')
  await expect(utilisation).toHaveCount(0)
})

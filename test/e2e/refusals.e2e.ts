import { expect, type Page, test as base } from '@playwright/test'
import { test } from './app.ts'
import { cell, colossus, enter, figure, openSteps } from './screen.ts'

/** Each wrong entry: refused in its place with a sentence, the old value in force, nothing written. */
async function expectNothingWritten(page: Page): Promise<void> {
  await expect(page.getByTestId('save-state')).toHaveText('All changes saved')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$45.000 B')
}

const wrongEntries = [
  { term: 'end', typed: '30 Apr 2026', says: /would end on 30 Apr 2026, before its start on 1 May 2026/ },
  { term: 'monthlyFee', typed: '1.25X', says: /“X” is not a unit this field knows.*1\.25B/ },
  { term: 'name', typed: '   ', says: /A name cannot be empty/ },
  { term: 'monthlyFee', typed: '-5', says: /cannot be below zero/ },
  { term: 'start', typed: '3/5/2026', says: /could be/ },
  { term: 'discountRate', typed: '0.1', says: /could be 0\.1 % or a share of one/ },
  { term: 'gpus', typed: '1,25', says: /could be 1.25 or 125/ },
] as const

test('every wrong entry is refused in its cell', async ({ app: { page } }) => {
  for (const { term, typed, says } of wrongEntries)
    await base.step(`${term}: “${typed}”`, async () => {
      await enter(page, term, colossus, typed)
      await expect(cell(page, term, colossus).getByRole('alert')).toHaveText(says)
      await expect(cell(page, term, colossus).getByRole('textbox')).toHaveValue(typed)
      await expectNothingWritten(page)
      await page.keyboard.press('Escape')
      await expect(cell(page, term, colossus)).not.toHaveAttribute('aria-invalid', 'true')
    })
})

test('the reason for a refusal is in view whole, at the edge of the sheet too', async ({ app: { page } }) => {
  // Row after row, so that one of them is the last that is in view.
  for (const term of ['facility', 'signed', 'start', 'end', 'power', 'gpus']) {
    await enter(page, term, colossus, 'x'.repeat(200))
    await expect(cell(page, term, colossus).getByRole('alert')).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
  }
})

test('a million characters are refused in place', async ({ app: { page } }) => {
  await enter(page, 'name', colossus, 'x'.repeat(1_000_000))
  await expect(cell(page, 'name', colossus).getByRole('alert')).toHaveText(
    /at most 120 characters; this has 1,000,000/,
  )
  await expectNothingWritten(page)
  await page.keyboard.press('Escape')
  await enter(page, 'monthlyFee', colossus, '9'.repeat(1_000_000))
  await expect(cell(page, 'monthlyFee', colossus).getByRole('alert')).toHaveText(/1,000,000 characters long/)
  await expectNothingWritten(page)
})

test('a refused text stays in its cell when another is visited', async ({ app: { page } }) => {
  await enter(page, 'monthlyFee', colossus, '1.25X')
  await cell(page, 'gpus', colossus).click()
  await expect(cell(page, 'monthlyFee', colossus)).toHaveAttribute('aria-invalid', 'true')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('1.25X')
  await cell(page, 'monthlyFee', colossus).focus()
  await page.keyboard.press('F2')
  await expect(cell(page, 'monthlyFee', colossus).getByRole('textbox')).toHaveValue('1.25X')
  await expectNothingWritten(page)
})

const wrongSteps = [
  { field: 'Value, step 1', typed: '150 %', says: /A discount lies between 0\s% and 100\s%/ },
  { field: 'From, step 1', typed: '1 Apr 2026', says: /lies outside the term/ },
  { field: 'Last day, step 1', typed: '30 Apr 2026', says: /cannot end before it/ },
] as const

test('every wrong ramp step is refused in its field', async ({ app: { page } }) => {
  const ramp = await openSteps(page, 'ramp', colossus)
  for (const { field, typed, says } of wrongSteps)
    await base.step(`${field}: “${typed}”`, async () => {
      const input = ramp.getByRole('textbox', { name: field })
      await input.fill(typed)
      await input.press('Enter')
      await expect(ramp.getByRole('alert')).toHaveText(says)
      await expect(input).toHaveValue(typed)
      await expectNothingWritten(page)
      await input.press('Escape')
      await expect(ramp.getByRole('alert')).toBeHidden()
    })
})

test('overlapping ramp steps are refused in place', async ({ app: { page } }) => {
  const ramp = await openSteps(page, 'ramp', colossus)
  await ramp.getByRole('button', { name: 'Add a step' }).click()
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$44.375 B')
  const from = ramp.getByRole('textbox', { name: 'From, step 2' })
  await from.fill('1 Jun 2026')
  await from.press('Enter')
  await expect(ramp.getByRole('alert')).toHaveText(/overlap/)
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$44.375 B')
})

test('a small table stays open while a text in it is refused, and closes once that is mended', async ({
  app: { page },
}) => {
  const ramp = await openSteps(page, 'ramp', colossus)
  const value = ramp.getByRole('textbox', { name: 'Value, step 1' })
  await value.fill('half')
  await page.getByRole('textbox', { name: 'As of' }).click()
  await expect(ramp.getByRole('alert')).toBeVisible()
  await expect(value).toBeFocused()
  await value.fill('60 %')
  await page.getByRole('textbox', { name: 'As of' }).click()
  await expect(ramp).toBeHidden()
  // 60 % off two of 37 months of 1.25 billion.
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$44.750 B')
})

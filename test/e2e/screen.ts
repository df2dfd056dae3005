import { expect, type Locator, type Page } from '@playwright/test'

/** The deals of the sample book. */
export const colossus = 'colossus-lease'
export const second = 'colossus-second-lease'
export const third = 'colossus-longer-ramp'

type Part = 'text' | 'change' | 'detail'

/** One figure of one deal, as the screen shows it. */
export const figure = (page: Page, id: string, dealId: string, part: Part = 'text'): Locator =>
  page.locator(`[data-figure="${id}"] [data-deal="${dealId}"] [data-part="${part}"]`)

/** One cell of the term sheet. */
export const cell = (page: Page, termId: string, dealId: string): Locator =>
  page.locator(`[data-term="${termId}"][data-deal="${dealId}"]`)

/** Types over a cell and commits with Enter, as in a spreadsheet. */
export async function enter(page: Page, termId: string, dealId: string, text: string): Promise<void> {
  await cell(page, termId, dealId).focus()
  await page.keyboard.press('F2')
  await cell(page, termId, dealId).getByRole('textbox').fill(text)
  await page.keyboard.press('Enter')
}

/** Chooses one of a cell's few words. */
export async function choose(page: Page, termId: string, dealId: string, label: string): Promise<void> {
  await cell(page, termId, dealId).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: label, exact: true }).click()
  await expect(page.getByRole('listbox')).toBeHidden()
}

export async function showAmountsAs(
  page: Page,
  unit: 'Billions' | 'Millions' | 'To the cent',
): Promise<void> {
  await page.getByRole('combobox', { name: /^Amounts in/ }).click()
  await page.getByRole('option', { name: unit }).click()
  await expect(page.getByRole('listbox')).toBeHidden()
}

export async function setAsOf(page: Page, date: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'As of' })
  await field.fill(date)
  await field.press('Enter')
  await expect(field).toHaveValue(date)
}

const stepTitles = {
  ramp: /^Ramp/,
  'charge-2-usage': /^Use by date/,
  delivery: /^Share of capacity/,
  'buyer-feeByDate': /^Buyer’s fee/,
  oneOffs: /^Fees and credits/,
  advances: /^Prepayments and deposits/,
  renewals: /^Renewals/,
}

/** Opens a small table of a deal. */
export async function openSteps(
  page: Page,
  termId: keyof typeof stepTitles,
  dealId: string,
): Promise<Locator> {
  await cell(page, termId, dealId).focus()
  await page.keyboard.press('Enter')
  // The one opened before may still be closing.
  const steps = page.getByRole('dialog', { name: stepTitles[termId] })
  await expect(steps).toBeVisible()
  return steps
}

/** Chooses from the menu of a deal, in the list of deals. */
export async function chooseFor(page: Page, dealId: string, action: string): Promise<void> {
  const item = page.locator(`li[data-deal="${dealId}"]`)
  await item.hover()
  await item.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

/** Types into a field of a small table or a popup, and commits. */
export async function fill(within: Locator | Page, name: string, text: string): Promise<void> {
  const field = within.getByRole('textbox', { name, exact: true })
  await field.fill(text)
  await field.press('Enter')
}

/** Pastes where the keyboard is what a spreadsheet has copied; the system's clipboard belongs to whoever runs the tests. */
export const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', copied)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
  }, text)

/** Shows the rows no deal speaks of, too. */
export const showEveryTerm = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^Show every term/ }).click()

/** Waits until the app says so below. */
export const noticed = (page: Page, sentence: string): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible()

/** Waits until every edit is in the file. */
export const saved = (page: Page): Promise<void> =>
  expect(page.getByTestId('save-state')).toHaveAttribute('data-waiting', '0')

/** Waits until an amount is shown, to the cent, as so many cents: what is out of view follows an edit after its frame. */
export const showsCents = (amount: Locator, cents: number): Promise<void> =>
  expect.poll(async () => centsIn(await amount.innerText())).toBe(cents)

/** An amount to the cent as a number of cents; any other text as it is. */
export function centsIn(text: string): number | string {
  const digits = text.replaceAll(/[^0-9.]/g, '')
  if (!/^\d+\.\d{2}$/.test(digits)) return text
  return Number(digits.replace('.', '')) * (/^[\u2212-]/.test(text) ? -1 : 1)
}

/** The deal that was added as the last of so many columns. */
export async function lastOf(page: Page, count: number): Promise<string> {
  const columns = page.locator('th[data-term="name"]')
  await expect(columns).toHaveCount(count)
  return (await columns.last().getAttribute('data-deal'))!
}

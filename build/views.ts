import type { Page } from '@playwright/test'

const press = (page: Page, key: string) => page.keyboard.press(key)
const cell = (page: Page, term: string, deal: string) =>
  page.locator(`[data-term="${term}"][data-deal="${deal}"]`)
const run = async (page: Page, command: string) => {
  await press(page, 'Control+k')
  await page.getByRole('combobox', { name: 'Find a command' }).fill(command)
  await press(page, 'Enter')
}

/** What is done on a fresh sample book to come to each view of the app: for pictures of it, and for whoever checks each. */
export const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  workbench: async () => undefined,
  'number to drag': async (page) => cell(page, 'monthlyFee', 'colossus-longer-ramp').click(),
  'cell being edited': async (page) => {
    await cell(page, 'monthlyFee', 'colossus-longer-ramp').dblclick()
    await page.keyboard.type('=920m*1.02')
  },
  'refused entry': async (page) => {
    await cell(page, 'monthlyFee', 'colossus-longer-ramp').dblclick()
    await page.keyboard.type('a lot')
    await press(page, 'Enter')
  },
  ramp: async (page) => cell(page, 'ramp', 'colossus-longer-ramp').dblclick(),
  evidence: async (page) => {
    await cell(page, 'gpus', 'colossus-lease').click()
    await press(page, 'Control+e')
  },
  explanation: async (page) =>
    page.locator('[data-figure="committed"] [data-deal="colossus-longer-ramp"]').click(),
  'explanation of a present value': async (page) =>
    page.locator('[data-figure="presentValue"] [data-deal="colossus-longer-ramp"]').click(),
  'explanation of a break-even': async (page) =>
    page.locator('[data-figure="breakEvenPaid"] [data-deal="colossus-longer-ramp"]').click(),
  history: async (page) => {
    await cell(page, 'monthlyFee', 'colossus-longer-ramp').dblclick()
    await page.keyboard.type('1.3b')
    await press(page, 'Enter')
    await run(page, 'history')
  },
  conventions: async (page) => page.getByRole('button', { name: /^NPV/ }).click(),
  palette: async (page) => {
    await press(page, 'Control+k')
    await page.keyboard.type('deal')
  },
  preferences: async (page) => run(page, 'preferences'),
  'keys and shortcuts': async (page) => run(page, 'keys'),
  versions: async (page) => run(page, 'versions'),
  backups: async (page) => run(page, 'backups'),
  'book menu': async (page) => page.getByRole('button', { name: 'Book' }).click(),
  'deal menu': async (page) =>
    page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click(),
  'eight deals': async (page) => {
    await cell(page, 'name', 'colossus-longer-ramp').click()
    for (let deals = 3; deals < 8; deals++) await press(page, 'Control+d')
  },
  'every term': async (page) => press(page, 'Control+Shift+e'),
  'no deals': async (page) => {
    for (let deals = 3; deals > 0; deals--) await run(page, 'remove the deal')
  },
  'long texts': async (page) => {
    await cell(page, 'name', 'colossus-longer-ramp').dblclick()
    await page.keyboard.type(
      'A very long name of an offer that somebody wrote in full, with its date and its round',
    )
    await press(page, 'Enter')
    await cell(page, 'buyer', 'colossus-longer-ramp').dblclick()
    await page.keyboard.type(
      'The Company of All Compute in the Northern Hemisphere, a Delaware Limited Partnership',
    )
    await press(page, 'Enter')
  },
}

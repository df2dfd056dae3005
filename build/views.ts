import type { Page } from '@playwright/test'

const press = (page: Page, key: string) => page.keyboard.press(key)
const cell = (page: Page, term: string, deal: string) =>
  page.locator(`[data-term="${term}"][data-deal="${deal}"]`)
/** What opens on a press is there: a view that is looked at before is another one. */
const opened = (page: Page, role: 'dialog' | 'menu' | 'listbox') => page.getByRole(role).first().waitFor()
const run = async (page: Page, command: string) => {
  await press(page, 'Control+k')
  await page.getByRole('combobox', { name: 'Find a command' }).fill(command)
  await press(page, 'Enter')
}

/** Brings a chart to the front; in a narrow window charts are behind a tab of their own. */
const chart = async (page: Page, id: string) => {
  const tab = page.getByRole('button', { name: 'Charts', exact: true })
  if (await tab.isVisible()) await tab.click()
  await page.locator(`button[data-chart="${id}"]`).click()
}

/** Opens the small table of the section a cell is in. */
const parts = async (page: Page, term: string, deal: string) => {
  await cell(page, term, deal).focus()
  await press(page, 'Alt+Enter')
  await opened(page, 'dialog')
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
  ramp: async (page) => {
    await cell(page, 'ramp', 'colossus-longer-ramp').focus()
    await press(page, 'Enter')
    await opened(page, 'dialog')
  },
  tranches: async (page) => {
    await parts(page, 'power', 'colossus-lease')
    for (const name of ['Add a tranche', 'Add a tranche']) await page.getByRole('button', { name }).click()
  },
  'prices of charges': async (page) => {
    await parts(page, 'monthlyFee', 'colossus-longer-ramp')
    await page.getByRole('textbox', { name: /^Escalator,/ }).fill('3 %')
    await press(page, 'Enter')
  },
  'rights to leave': async (page) => parts(page, 'buyer-notice', 'colossus-lease'),
  evidence: async (page) => {
    await cell(page, 'gpus', 'colossus-lease').focus()
    await press(page, 'Control+e')
    await opened(page, 'dialog')
  },
  explanation: async (page) => {
    await page.locator('[data-figure="committed"] [data-deal="colossus-longer-ramp"]').click()
    await opened(page, 'dialog')
  },
  'explanation of a present value': async (page) => {
    await page.locator('[data-figure="presentValue"] [data-deal="colossus-longer-ramp"]').click()
    await opened(page, 'dialog')
  },
  'explanation of a break-even': async (page) => {
    await page.locator('[data-figure="breakEvenPaid"] [data-deal="colossus-longer-ramp"]').click()
    await opened(page, 'dialog')
  },
  history: async (page) => {
    await cell(page, 'monthlyFee', 'colossus-longer-ramp').dblclick()
    await page.keyboard.type('1.3b')
    await press(page, 'Enter')
    await run(page, 'history')
    await page.getByRole('dialog', { name: 'History' }).waitFor()
  },
  conventions: async (page) => {
    await page.getByRole('button', { name: /^NPV/ }).click()
    await opened(page, 'dialog')
  },
  palette: async (page) => {
    await press(page, 'Control+k')
    await page.keyboard.type('deal')
  },
  preferences: async (page) => {
    await run(page, 'preferences')
    await page.getByRole('combobox', { name: 'Find a command' }).waitFor({ state: 'hidden' })
    await opened(page, 'dialog')
  },
  'keys and shortcuts': async (page) => {
    await run(page, 'keys')
    await page.getByRole('combobox', { name: 'Find a command' }).waitFor({ state: 'hidden' })
    await opened(page, 'dialog')
  },
  versions: async (page) => {
    await run(page, 'versions')
    await page.getByRole('combobox', { name: 'Find a command' }).waitFor({ state: 'hidden' })
    await opened(page, 'dialog')
  },
  backups: async (page) => {
    await run(page, 'backups')
    await page.getByRole('combobox', { name: 'Find a command' }).waitFor({ state: 'hidden' })
    await opened(page, 'dialog')
  },
  'book menu': async (page) => {
    await page.getByRole('button', { name: 'Book' }).click()
    await opened(page, 'menu')
  },
  'deal menu': async (page) => {
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click()
    await opened(page, 'menu')
  },
  'eight deals': async (page) => {
    await cell(page, 'name', 'colossus-longer-ramp').click()
    for (let deals = 3; deals < 8; deals++) await press(page, 'Control+d')
  },
  'every term': async (page) => press(page, 'Control+Shift+e'),
  'block of cells': async (page) => {
    await cell(page, 'monthlyFee', 'colossus-lease').click()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight'])
      await press(page, `Shift+${key}`)
  },
  'term being found': async (page) => {
    await press(page, 'Control+f')
    await page.getByRole('combobox', { name: 'Find a term' }).fill('notice')
  },
  'only differences': async (page) => press(page, 'Control+Shift+d'),
  'folded sections': async (page) => run(page, 'fold all'),
  'cumulative cost': async (page) => chart(page, 'cumulative'),
  'committed and at risk': async (page) => chart(page, 'commitment'),
  'unit price': async (page) => chart(page, 'unitPrice'),
  difference: async (page) => chart(page, 'difference'),
  'table of a chart': async (page) => {
    await chart(page, 'cumulative')
    await page.getByRole('button', { name: 'Table', exact: true }).click()
  },
  'source being entered': async (page) => {
    await cell(page, 'gpus', 'colossus-lease').click()
    await press(page, 'Control+e')
    await page.getByRole('button', { name: 'Edit' }).click()
  },
  'deals being found': async (page) => page.getByRole('searchbox').fill('signed'),
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

import { expect, type Page } from '@playwright/test'
import { test } from './app.ts'
import { cell, colossus, figure, noticed, paste, second, third } from './screen.ts'

declare global {
  interface Window {
    copied: DataTransfer
  }
}

/** Copies, cuts or pastes what is selected; the system’s clipboard belongs to whoever runs the tests. */
const clipboard = (page: Page, type: 'copy' | 'cut' | 'paste'): Promise<string> =>
  page.evaluate((kind) => {
    if (kind !== 'paste') window.copied = new DataTransfer()
    const event = { clipboardData: window.copied, bubbles: true, cancelable: true }
    document.activeElement!.dispatchEvent(new ClipboardEvent(kind, event))
    return window.copied.getData('text/plain')
  }, type)

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

const selected = (page: Page) => page.locator('[aria-selected="true"]')
const undo = (page: Page, step: string) => page.getByRole('button', { name: `Undo ${step}`, exact: true })

test('a block is selected with the keyboard, copied, pasted to another deal and taken back in one step', async ({
  app: { page },
}) => {
  await cell(page, 'power', colossus).focus()
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')
  await expect(page.getByTestId('selection')).toHaveText('4 cells selected: 4 terms of 1 deal')
  expect(await clipboard(page, 'copy')).toBe(
    '300\ncritical IT\n220000\n50 %, May to Jun 2026'.replace(' %', '\u00a0%'),
  )
  await press(page, 'ArrowRight')
  await expect(selected(page)).toHaveCount(0)
  await expect(cell(page, 'power', second)).toBeFocused()

  // The second lease begins in October: a table of May and June does not fit it.
  await clipboard(page, 'paste')
  await expect(page.getByRole('alert')).toHaveText(
    'Pasted 3 of 4 cells; 1 was refused and keeps its text with the reason.',
  )
  await expect(cell(page, 'power', second)).toContainText('300 MW')
  await expect(cell(page, 'gpus', second)).toContainText('220,000')
  await expect(cell(page, 'delivery', second)).toHaveAttribute('aria-invalid', 'true')
  await expect(cell(page, 'delivery', second)).toContainText('50 %, May to Jun 2026')
  await expect(undo(page, 'Paste 2 cells')).toBeVisible()
  await press(page, 'ControlOrMeta+Z')
  await expect(cell(page, 'power', second)).toContainText('not stated')
  await expect(cell(page, 'gpus', second)).toContainText('110,000')
  await cell(page, 'delivery', second).focus()
  await press(page, 'Escape')
  await expect(cell(page, 'delivery', second)).toContainText('in full from the start')

  // A small table goes whole to a deal it fits; one value goes to every cell of a range.
  await cell(page, 'ramp', colossus).focus()
  await clipboard(page, 'copy')
  await cell(page, 'ramp', third).focus()
  await clipboard(page, 'paste')
  await expect(cell(page, 'ramp', third)).toContainText('50 % off, May to Jun 2026')
  await cell(page, 'buyer', second).focus()
  await cell(page, 'provider', third).click({ modifiers: ['Shift'] })
  await expect(selected(page)).toHaveCount(4)
  await paste(page, 'Somebody\r\n')
  await noticed(page, 'Pasted 4 cells.')
  await expect(cell(page, 'provider', third)).toContainText('Somebody')
})

test('what a spreadsheet copies is read, and what is ambiguous or has no room is said', async ({
  app: { page },
}) => {
  await cell(page, 'start', third).focus()
  await paste(page, '05/01/2026\t1\r\n2029-04-30\t2\r\n')
  await expect(page.getByRole('alert')).toHaveText(
    'Pasted 1 of 2 cells; 1 was refused and keeps its text with the reason. 1 column had no room in the sheet.',
  )
  await expect(cell(page, 'end', third)).toContainText('30 Apr 2029')
  await expect(cell(page, 'start', third)).toContainText('05/01/2026')
  await expect(cell(page, 'start', third)).toHaveAttribute('title', /could be/)
  await cell(page, 'monthlyFee', second).focus()
  await paste(page, '"$1,300,000,000.00"\t1200000000.50\r\n')
  await expect(cell(page, 'monthlyFee', second)).toContainText('$1,300 M')
  await expect(cell(page, 'monthlyFee', third)).toContainText('$1,200,000,000.50')
  await cell(page, 'escalator', second).focus()
  await paste(page, '3.50%')
  await expect(cell(page, 'escalator', second)).toContainText('3.5 %')
})

test('the pointer and the keys select, fill right and clear in one step each', async ({ app: { page } }) => {
  await cell(page, 'monthlyFee', colossus).hover()
  await page.mouse.down()
  await cell(page, 'ramp', third).hover()
  await page.mouse.up()
  await expect(selected(page)).toHaveCount(6)
  await press(page, 'ControlOrMeta+R')
  await expect(page.getByRole('alert')).toContainText('Filled 3 of 4 cells; 1 was refused')
  // 35.5 months of 1.25: the third deal is the first one now.
  await expect(figure(page, 'totalContractValue', third)).toHaveText('$45.000 B')
  await expect(cell(page, 'monthlyFee', second)).toContainText('$1,250 M')
  await expect(undo(page, 'Fill right: 3 cells')).toBeVisible()
  await press(page, 'ControlOrMeta+Z')
  await expect(cell(page, 'monthlyFee', second)).toContainText('$920 M')
  await expect(cell(page, 'ramp', third)).toContainText('40 % off, May to Jul 2026')

  await cell(page, 'power', second).focus()
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'ControlOrMeta+Shift+R')
  await expect(cell(page, 'power', second)).toContainText('300 MW')
  await expect(cell(page, 'gpus', second)).toContainText('220,000')
  await undo(page, 'Fill from the baseline: 2 cells').click()
  await expect(cell(page, 'gpus', second)).toContainText('110,000')

  await cell(page, 'facility', second).focus()
  await press(page, 'Shift+Space')
  await expect(selected(page)).toHaveCount(3)
  await press(page, 'Delete')
  await expect(cell(page, 'facility', third)).toContainText('not stated')
  await press(page, 'Escape')
  await expect(selected(page)).toHaveCount(0)
  await undo(page, 'Clear 3 cells').click()
  await cell(page, 'monthlyFee', colossus).focus()
  await press(page, 'Delete')
  await noticed(page, 'Monthly fee must say something. What was there is kept.')
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,250 M')
  await cell(page, 'buyer', colossus).focus()
  expect(await clipboard(page, 'cut')).toBe('Anthropic')
  await expect(cell(page, 'buyer', colossus)).toContainText('not stated')
  await press(page, 'ControlOrMeta+A')
  await expect(page.locator('[aria-selected="false"]')).toHaveCount(0)
})

test('a range that is drawn beyond an edge of the sheet scrolls on', async ({ app: { page } }) => {
  const isSelected = (term: string, deal: string) =>
    expect(cell(page, term, deal)).toHaveAttribute('aria-selected', 'true')
  await cell(page, 'gpus', colossus).hover({ position: { x: 8, y: 8 } })
  await page.mouse.down()
  const { x, y, height } = (await page.getByTestId('term-sheet').boundingBox())!
  const { x: column, width } = (await cell(page, 'gpus', second).boundingBox())!
  await page.mouse.move(column + width / 2, y + height - 10)
  await page.mouse.move(column + width / 2, y + height + 40)
  await isSelected('provider-notice', second)
  await expect(cell(page, 'provider-notice', second)).toBeInViewport()
  await page.mouse.move(x + width, y + 20)
  await isSelected('buyer', colossus)
  await expect(cell(page, 'provider-notice', second)).toHaveAttribute('aria-selected', 'false')
  await page.mouse.up()
})

test('a term is found, its section folded, and only what differs or is not stated has a row', async ({
  app: { page },
}) => {
  const notice = cell(page, 'buyer-notice', colossus)
  const heading = page.getByRole('button', { name: /^Buyer may leave/ })
  await press(page, 'ControlOrMeta+F')
  await page.getByRole('combobox', { name: 'Find a term' }).fill('notice')
  await expect(page.getByRole('option').first()).toHaveText(/^NoticeBuyer may leave90 days$/)
  await press(page, 'Enter')
  await expect(notice).toBeFocused()

  await press(page, 'ArrowLeft')
  await expect(heading).toBeFocused()
  await press(page, 'ArrowLeft')
  await expect(heading).toHaveAttribute('aria-expanded', 'false')
  await expect(notice).toHaveCount(0)
  await press(page, 'ArrowDown')
  await expect(cell(page, 'provider-allowed', colossus)).toBeFocused()
  await press(page, 'ArrowUp')
  await expect(heading).toBeFocused()
  await press(page, 'Enter')
  await expect(heading).toHaveAttribute('aria-expanded', 'true')
  await expect(notice).toBeVisible()

  // A notice is the same in all three; a lock-out is not.
  await press(page, 'ControlOrMeta+Shift+D')
  await expect(notice).toHaveCount(0)
  await expect(cell(page, 'buyer-lockOut', colossus)).toBeVisible()
  for (const deal of ['Colossus second lease', 'Longer ramp, +2 %'])
    await page.getByRole('checkbox', { name: `Show ${deal}` }).uncheck()
  await expect(page.getByText('No deal that is shown differs from the baseline in any term.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all that is said' }).click()
  await expect(notice).toBeVisible()
  await page.getByRole('combobox', { name: 'Rows' }).click()
  await page.getByRole('option', { name: 'Not stated by a source' }).click()
  await expect(notice).toHaveCount(0)
  await expect(cell(page, 'ramp', colossus)).toBeVisible()

  // Given up, the search leaves the keyboard where it was.
  await cell(page, 'ramp', colossus).focus()
  await press(page, 'ControlOrMeta+F')
  await page.getByRole('combobox', { name: 'Find a term' }).fill('nothing of the kind')
  await expect(page.getByText('No term of these deals is called or says that.')).toBeVisible()
  await press(page, 'Escape')
  await expect(cell(page, 'ramp', colossus)).toBeFocused()

  // Where no row is, a term that is found gets one: of what nobody says, too.
  await press(page, 'ControlOrMeta+F')
  await page.getByRole('combobox', { name: 'Find a term' }).fill('pue')
  await press(page, 'Enter')
  await expect(cell(page, 'pue', colossus)).toBeFocused()
})

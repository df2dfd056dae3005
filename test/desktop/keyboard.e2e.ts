import type { ElectronApplication, Page } from '@playwright/test'
import type { CommandId } from '../../shared/contract/commands.ts'
import { expect, test } from '../e2e/app.ts'
import { cell, chooseFor, colossus, enter, figure, second, third } from '../e2e/screen.ts'

const columns = (page: Page) => page.locator('th[data-term="name"]')
const evidence = (page: Page) => page.getByRole('dialog', { name: /^GPUs/ })

/** What a copy would put on the system’s clipboard, which belongs to whoever runs the tests. */
const copied = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer()
    const caret = getSelection()?.anchorNode?.parentElement ?? document.body
    caret.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/plain')
  })

/** Opens the evidence of a cell of GPUs by the keyboard. */
async function openEvidence(page: Page, dealId: string): Promise<void> {
  await cell(page, 'gpus', dealId).focus()
  await page.keyboard.press('Control+e')
  await expect(evidence(page)).toBeVisible()
}

test('keys and copies are of what has the keyboard', async ({ app: { page } }) => {
  const fee = cell(page, 'monthlyFee', third)
  // Undo is no business of a tick box.
  await page.locator(`li[data-deal="${third}"]`).getByRole('checkbox').click()
  await expect(columns(page)).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(columns(page)).toHaveCount(3)

  // Alt and an arrow open a choice or a table, and step no number meanwhile.
  await fee.focus()
  const before = await fee.innerText()
  await page.getByRole('combobox', { name: /^Amounts in/ }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await cell(page, 'ramp', third).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('dialog', { name: /^Ramp/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cell(page, 'ramp', third)).toBeFocused()
  await expect(page.getByText('no number that could be stepped')).toHaveCount(0)
  expect(await fee.innerText()).toBe(before)

  // In a text field no deal is meant, and undo is of the text.
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('Control+d')
  await expect(page.locator('li[data-deal]')).toHaveCount(3)
  await enter(page, 'monthlyFee', third, '1.3B')
  await expect(fee.getByRole('textbox')).toHaveCount(0)
  await openEvidence(page, colossus)
  await page.getByRole('button', { name: 'Edit' }).click()
  const quotation = evidence(page).getByRole('textbox', { name: 'Quotation' })
  await quotation.fill('about')
  await page.keyboard.type('!')
  await page.keyboard.press('Control+z')
  await expect(quotation).toHaveValue('about')
  await expect(fee).toContainText('$1,300 M')
  await evidence(page).getByRole('button', { name: 'Cancel' }).click()
  await page.keyboard.press('Escape')

  // The whole window is no text to select. A text that was selected elsewhere is not what a cell or a figure copies.
  await page.getByRole('button', { name: 'Export PDF' }).focus()
  await page.keyboard.press('Control+a')
  expect(await page.evaluate(() => getSelection()!.toString())).toBe('')
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('footer')!))
  await fee.focus()
  expect(await copied(page)).toBe('1300000000')
  await figure(page, 'totalContractValue', colossus).locator('xpath=..').focus()
  expect(await copied(page)).toBe('45000000000')
})

test('what is typed outlasts a look at another window, a press beside it, and the end of the app', async ({
  app,
}) => {
  const { page } = app
  const fee = cell(page, 'monthlyFee', third)
  await fee.dblclick()
  const field = fee.getByRole('textbox')
  await field.fill('=1.2B*')
  // As a window that loses the focus does: its field is left, and stays the one the window goes back to.
  await field.evaluate((input) => {
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
    input.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
  })
  await page.keyboard.press('End')
  await page.keyboard.type('1.5')
  await page.keyboard.press('Enter')
  await expect(fee).toContainText('$1,800 M') // 1.2 times 1.5

  await openEvidence(page, colossus)
  await page.getByRole('button', { name: 'Edit' }).click()
  await evidence(page).getByRole('textbox', { name: 'Quotation' }).fill('“around 220,000 of them”')
  await cell(page, 'start', second).click()
  await expect(evidence(page)).toBeHidden()
  await openEvidence(page, colossus)
  await expect(evidence(page).getByRole('textbox', { name: 'Quotation' })).toHaveValue(
    '“around 220,000 of them”',
  )
  await evidence(page).getByRole('button', { name: 'Cancel' }).click()
  await page.keyboard.press('Escape')
  await openEvidence(page, colossus)
  await expect(evidence(page).getByRole('textbox')).toHaveCount(0)
  await page.keyboard.press('Escape')

  // A window that is closed leaves its field.
  await fee.dblclick()
  await fee.getByRole('textbox').fill('1.7B')
  await expect(cell(await app.restart(), 'monthlyFee', third)).toContainText('$1,700 M')
})

/** As the menu of the system asks for a command: the one way to edit that leaves alone what is open. */
const askFromMenu = (app: ElectronApplication, command: CommandId): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, id) => BrowserWindow.getAllWindows()[0]!.webContents.send('command.requested', id),
    command,
  )

test('the keyboard is never left on what an edit took away', async ({ app: { page, electron } }) => {
  // The evidence of a deal goes with it, and does not come back by itself.
  for (const command of ['deal.remove', 'deal.hide'] as const) {
    await openEvidence(page, third)
    await askFromMenu(electron!, command)
    await expect(evidence(page)).toHaveCount(0)
    await expect(cell(page, 'gpus', colossus)).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(columns(page)).toHaveCount(3)
    await expect(evidence(page)).toHaveCount(0)
  }

  // The figures are entered by the first where the one the keyboard was on is gone.
  await page.locator(`[data-figure="committed"] [data-deal="${third}"]`).focus()
  await chooseFor(page, third, 'Hide')
  await expect(columns(page)).toHaveCount(2)
  await expect(page.getByTestId('figures').locator('td[tabindex="0"]')).toHaveCount(1)
  await chooseFor(page, third, 'Show')

  // An edit that takes its own row from the sheet goes on with the next one.
  await page.keyboard.press('Control+Shift+d')
  await enter(page, 'gpus', second, '220,000')
  await expect(cell(page, 'gpus', second)).toHaveCount(0)
  await expect(cell(page, 'delivery', second)).toBeFocused()
  await page.keyboard.press('Control+Shift+d')

  // After the last deal the keyboard is where a new one is made, and no command asks for a deal.
  for (const dealId of [third, second, colossus]) await chooseFor(page, dealId, 'Remove')
  await expect(page.getByRole('main').getByRole('button', { name: 'New deal' })).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option', { name: /Import JSON/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /Duplicate deal|Evidence of|Fill right/ })).toHaveCount(0)
})

test('a number that is dragged is dropped by whatever else changes the book', async ({ app: { page } }) => {
  const fee = cell(page, 'monthlyFee', third)
  await enter(page, 'monthlyFee', third, '1.3B')
  await expect(fee.getByRole('textbox')).toHaveCount(0)
  await fee.focus()
  const slider = page.getByRole('slider', { name: /^Monthly fee of/ })
  const thumb = (await slider.locator('..').boundingBox())!
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2]
  const drag = async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - 40, y, { steps: 4 })
    await expect(fee).not.toContainText('$1,300 M')
  }
  // The system takes the pointer: that is no letting go.
  await drag()
  await page.evaluate(() => document.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true })))
  await expect(fee).toContainText('$1,300 M')
  await page.mouse.up()
  await expect(fee).toContainText('$1,300 M')
  // An undo in the middle of a drag takes back the edit before it, and nothing is left of the drag.
  await drag()
  await page.keyboard.press('Control+z')
  await expect(fee).toContainText('$1,275 M')
  await page.mouse.up()
  await expect(fee).toContainText('$1,275 M')
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
})

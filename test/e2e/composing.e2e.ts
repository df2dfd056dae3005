import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { cell, colossus } from './screen.ts'

/** An input method, as the engine hears it from the system: it composes a text, then commits it or gives it up. */
class InputMethod {
  readonly #session: CDPSession
  private constructor(session: CDPSession) {
    this.#session = session
  }

  static of = async (page: Page) => new InputMethod(await page.context().newCDPSession(page))

  async compose(...texts: readonly string[]): Promise<void> {
    for (const text of texts)
      await this.#session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
  }

  /** A key press that is the input method's own: 229, whatever key it is. */
  async ownKey(key: string): Promise<void> {
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await this.#session.send('Input.dispatchKeyEvent', { type, key, windowsVirtualKeyCode: 229 })
  }

  async commit(text: string): Promise<void> {
    await this.#session.send('Input.insertText', { text })
  }
}

const facility = (page: Page) => cell(page, 'facility', colossus)
const field = (page: Page) => facility(page).getByRole('textbox')

test('composing over a selected cell begins its editor with the text', async ({ app: { page } }) => {
  const ime = await InputMethod.of(page)
  await facility(page).focus()
  await ime.compose('k', 'か', 'かん')
  // Shown where it will be, and not yet in the book.
  await expect(facility(page)).toHaveText(/かん$/)
  await expect(page.getByTestId('save-state')).toHaveText('All changes saved')
  await expect(field(page)).toBeHidden()
  await ime.ownKey('Enter')
  await ime.commit('館')
  await expect(field(page)).toHaveValue('館')
  await page.keyboard.type(' 2')
  await page.keyboard.press('Enter')
  await expect(facility(page)).toHaveText(/館 2/)
})

test('a composition that is given up leaves the cell as it was', async ({ app: { page } }) => {
  const ime = await InputMethod.of(page)
  const before = await facility(page).textContent()
  await facility(page).focus()
  await ime.compose('k', 'か', '')
  await ime.ownKey('Escape')
  await expect(field(page)).toBeHidden()
  await expect(facility(page)).toBeFocused()
  await expect(facility(page)).toHaveText(before!)
  // The keyboard goes on as it did.
  await page.keyboard.press('ArrowDown')
  await expect(facility(page)).not.toBeFocused()
})

test('in an open cell Enter and Escape of an input method are its own', async ({ app: { page } }) => {
  const ime = await InputMethod.of(page)
  await facility(page).focus()
  await page.keyboard.press('F2')
  await field(page).fill('館')
  await ime.compose('に')
  await ime.ownKey('Escape')
  await expect(field(page)).toBeFocused()
  await ime.compose('にほん')
  await ime.ownKey('Enter')
  await expect(field(page)).toBeFocused()
  await ime.commit('日本')
  await expect(field(page)).toHaveValue('館日本')
  await page.keyboard.press('Enter')
  await expect(facility(page)).toHaveText(/館日本/)
})

test('in a field Enter and Escape of an input method are its own', async ({ app: { page } }) => {
  const ime = await InputMethod.of(page)
  const asOf = page.getByRole('textbox', { name: 'As of' })
  await asOf.fill('1')
  await ime.compose('か')
  await ime.ownKey('Escape')
  await ime.ownKey('Enter')
  await ime.commit(' Jun 2026')
  await expect(asOf).toHaveValue('1 Jun 2026')
  await asOf.press('Enter')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('text without a key press begins the editor of a selected cell', async ({ app: { page } }) => {
  const ime = await InputMethod.of(page)
  await facility(page).focus()
  for (const text of ['Memphis, phase two', '😀', 'é', '東京']) {
    await ime.commit(text)
    await expect(field(page)).toHaveValue(text)
    await page.keyboard.press('Escape')
    await expect(field(page)).toBeHidden()
    await expect(facility(page)).toBeFocused()
  }
})

test('syllables composed one after the other arrive whole', async ({ app: { page } }) => {
  const ime = await InputMethod.of(page)
  await facility(page).focus()
  await ime.compose('ㅅ', '서')
  await ime.commit('서')
  await ime.compose('우', '울')
  await ime.commit('울')
  await expect(field(page)).toHaveValue('서울')
})

test('a character of AltGr begins the editor', async ({ app: { page } }) => {
  const fee = cell(page, 'monthlyFee', colossus)
  await fee.focus()
  // Windows has AltGr as Ctrl and Alt: with E it gives € on many keyboards.
  const pressed = { key: '€', code: 'KeyE', ctrlKey: true, altKey: true, modifierAltGraph: true }
  await fee.dispatchEvent('keydown', { ...pressed, bubbles: true, cancelable: true })
  await expect(fee.getByRole('textbox')).toHaveValue('€')
})

test('a cell that can receive text keeps its own commands', async ({ app: { page } }) => {
  await facility(page).focus()
  await page.keyboard.type('North')
  await page.keyboard.press('Enter')
  await expect(facility(page)).toHaveText(/North/)
  await facility(page).focus()
  await page.keyboard.press('Control+z')
  await expect(facility(page)).not.toHaveText(/North/)
  await page.keyboard.press('Delete')
  await expect(facility(page)).toHaveText(/not stated/)
})

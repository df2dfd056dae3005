import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { cell, colossus, enter, figure } from './screen.ts'

/** A fault in the page itself never leaves a blank window. What a component uses is broken on purpose here. */

test.use({ provokedErrors: /./ })

/** Breaks what every amount is written with, from the next amount on that is written in another way. */
const breakNumbers = (page: Page) =>
  page.evaluate(() => {
    Reflect.set(window, 'sound', Intl.NumberFormat)
    Reflect.set(Intl, 'NumberFormat', function () {
      throw new Error('numbers are out of order')
    })
  })

const mendNumbers = (page: Page) =>
  page.evaluate(() => void Reflect.set(Intl, 'NumberFormat', Reflect.get(window, 'sound')))

/** Breaks the writing of numbers, and has each amount written anew. */
async function failToDraw(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: /^Amounts in/ }).click()
  await expect(page.getByRole('option', { name: 'To the cent' })).toBeVisible()
  await breakNumbers(page)
  await page.getByRole('option', { name: 'To the cent' }).click()
}

test('what cannot be drawn says so, offers other books, and comes back', async ({ app: { page } }) => {
  await failToDraw(page)
  const failure = page.locator('main')
  await expect(failure.getByRole('heading', { name: /cannot be shown$/ }).first()).toBeVisible()
  await expect(failure.getByRole('alert').first()).toContainText('numbers are out of order')
  await expect(failure).toContainText('Every edit that was saved')
  for (const way of ['Try again', 'Read the window again', 'Open recent…', 'Open the sample book'])
    await expect(failure.getByRole('button', { name: way }).first()).toBeVisible()

  await mendNumbers(page)
  await failure.getByRole('button', { name: 'Try again' }).first().click()
  // 35 months in full and two at half, at 1.25 billion each; edits go on as before.
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$45,000,000,000.00')
  await enter(page, 'monthlyFee', colossus, '1.3B')
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$46,800,000,000.00')
})

test('a page that cannot be drawn at all offers the sample and to be read again', async ({
  app: { page },
}) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('mended') !== null) return
    Reflect.set(Intl, 'NumberFormat', function () {
      throw new Error('numbers are out of order')
    })
  })
  await page.reload()
  await expect(page.getByRole('alert').first()).toContainText('out of order')
  await page.evaluate(() => sessionStorage.setItem('mended', 'yes'))
  await page.getByRole('button', { name: 'Read the window again' }).first().click()
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$45.000 B')
})

test('the sample book is opened from where a book cannot be shown', async ({ app: { page } }) => {
  await failToDraw(page)
  await expect(page.getByRole('button', { name: 'Open the sample book' }).first()).toBeVisible()
  await mendNumbers(page)
  await page.getByRole('button', { name: 'Open the sample book' }).first().click()
  await expect(cell(page, 'monthlyFee', colossus)).toBeVisible()
})

test('an error outside of drawing is a sentence', async ({ app: { page } }) => {
  await page.evaluate(() => void Promise.reject(new Error('the answer is missing')))
  await expect(page.getByRole('alert')).toContainText('The error was: the answer is missing.')
  await page.evaluate(() =>
    setTimeout(() => {
      throw new Error('the key is unknown')
    }),
  )
  await expect(page.getByRole('alert')).toContainText('The error was: the key is unknown.')
})

import type { Locator } from '@playwright/test'
import { expect, test } from '../e2e/app.ts'
import { cell, colossus, enter, second, third } from '../e2e/screen.ts'

/** The widths of what can be scrolled and of its view, in pixels. */
const widths = (scroller: Locator) =>
  scroller.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])

test('what belongs together is in view together, in a usual window and at twice its size', async ({
  app: { page },
}) => {
  const sheet = page.getByTestId('term-sheet')
  await page.setViewportSize({ width: 1440, height: 900 })
  // Three deals beside the charts, with no bar to scroll sideways.
  for (const scroller of [sheet, page.getByTestId('figures').locator('..')]) {
    const [needed, given] = await widths(scroller)
    expect(needed).toBe(given)
  }
  // A headline that names another deal stays in its place.
  await cell(page, 'name', colossus).focus()
  const strip = (await page.getByRole('region', { name: /^Headline figures/ }).boundingBox())!
  for (const text of await page.locator('[data-headline] > *').all()) {
    const box = await text.boundingBox()
    if (box) expect(box.x + box.width).toBeLessThanOrEqual(strip.x + strip.width)
  }

  // 1440 pixels at twice the size: the baseline and one more, and beside the history any one.
  await page.setViewportSize({ width: 720, height: 450 })
  const inView = async (dealId: string) => {
    const [outer, inner] = [(await sheet.boundingBox())!, (await cell(page, 'name', dealId).boundingBox())!]
    return inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width
  }
  expect([await inView(colossus), await inView(second)]).toEqual([true, true])
  await page.keyboard.press('Control+Shift+h')
  await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible()
  await cell(page, 'name', third).focus()
  await expect.poll(() => inView(third)).toBe(true)
  await page.keyboard.press('Control+Shift+h')

  // Where charts stand in front of the sheet, the keyboard passes it by.
  await page.getByRole('button', { name: 'Charts', exact: true }).click()
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('charts').locator(':focus')).toHaveCount(1)
})

test('digits are all of one width, so that figures stand under each other', async ({ app: { page } }) => {
  const widthOf = (digits: string) =>
    page.evaluate((text) => {
      const cell = document.querySelector('[data-figure] td')!
      const probe = cell.appendChild(document.createElement('span'))
      probe.textContent = text
      const { width } = probe.getBoundingClientRect()
      probe.remove()
      return width
    }, digits)
  expect(await widthOf('1111111111')).toBeCloseTo(await widthOf('0000000000'), 1)
  expect(await widthOf('1234567890')).toBeCloseTo(await widthOf('8888888888'), 1)
})

test('a name is set in the typeface of the app, in whatever script', async ({ app: { page } }) => {
  const read = () =>
    page.evaluate(() => Array.from(document.fonts, ({ status, unicodeRange }) => `${status} ${unicodeRange}`))
  const greek = /^loaded U\+0?37/i
  expect((await read()).filter((face) => greek.test(face))).toEqual([])
  await enter(page, 'name', third, 'Κολοσσός')
  await expect(cell(page, 'name', third)).toContainText('Κολοσσός')
  await expect.poll(async () => (await read()).filter((face) => greek.test(face)).length).toBeGreaterThan(0)
})

test('at 200 % in a window of 1440 by 900, and in the least window, everything is reached', async ({
  app,
}) => {
  const { page, electron } = app
  const resize = (width: number, height: number, zoom: number) =>
    electron!.evaluate(
      ({ BrowserWindow }, [w, h, factor]) => {
        const [window] = BrowserWindow.getAllWindows()
        window!.setContentSize(w!, h!)
        window!.webContents.setZoomFactor(factor!)
      },
      [width, height, zoom],
    )
  for (const [width, height, zoom] of [
    [1440, 900, 2],
    [1024, 640, 1],
  ] as const) {
    await resize(width, height, zoom)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width / zoom)
    for (const control of [
      page.getByRole('searchbox'),
      page.getByRole('button', { name: /^New deal/ }),
      page.getByRole('textbox', { name: 'As of' }),
      page.getByRole('button', { name: 'Export PDF' }),
      page.getByRole('button', { name: 'Book', exact: true }),
      page.getByRole('button', { name: 'Charts', exact: true }),
      page.getByRole('button', { name: /^Find a term/ }),
      page.locator('[data-figure="totalContractValue"] td').first(),
      page.getByRole('separator', { name: 'Room for terms and figures' }),
    ]) {
      await expect(control).toBeInViewport({ ratio: 1 })
      // Nothing lies over it.
      await control.click({ trial: true })
    }
    // Nothing sticks out of the window: it has no scroll bars of its own.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width / zoom)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height / zoom)
    await page.locator('[data-figure="totalContractValue"] td').first().click()
    const explanation = page.getByRole('dialog', { name: 'How it came about' })
    await expect(explanation.getByRole('button', { name: 'Close the explanation' })).toBeInViewport({
      ratio: 1,
    })
    await expect(page.locator('[data-term="buyer"]').first()).toBeInViewport()
    await page.keyboard.press('Escape')
    await expect(explanation).toHaveCount(0)
  }
})

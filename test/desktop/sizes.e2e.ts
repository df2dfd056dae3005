import { expect, test } from '../e2e/app.ts'

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

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { views } from '../../build/views.ts'
import { expect, test } from '../e2e/app.ts'

/** The tables that are the same on every screen; the first and the fullest screen are looked at with them. */
const tables = ['[data-testid="term-sheet"]', '[data-testid="figures"]']
const withTables = new Set(['workbench', 'every term', 'refused entry', 'cell being edited'])

/** What axe finds wrong on the screen, each with the element it is about. */
async function violations(page: Page, name: string, theme: 'light' | 'dark'): Promise<string[]> {
  // Its other mode opens a page of its own, which Electron has none of.
  let axe = new AxeBuilder({ page }).setLegacyMode()
  // A menu floats over the page and is in no landmark of it.
  axe = axe.disableRules('region')
  // These hand the keyboard on to what they guard, and never keep it.
  axe = axe.exclude('[data-base-ui-focus-guard]')
  if (!withTables.has(name)) for (const table of tables) axe = axe.exclude(table)
  // Of the two themes all but the colours is the same.
  if (theme === 'dark') axe = axe.withRules('color-contrast')
  const { violations: found } = await axe.analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${name}, ${theme}: ${id}: ${target.join(' ')}: ${failureSummary}`,
    ),
  )
}

/** The sample book as it was, on a page as it is at a start. */
async function afresh(page: Page): Promise<void> {
  await page.reload()
  await page.locator('[data-ready="true"]').waitFor()
  const undo = page.getByRole('button', { name: /^Undo./ })
  while ((await undo.count()) > 0) await page.keyboard.press('ControlOrMeta+Z')
}

test('axe finds nothing on any screen, in both themes', async ({ app: { page } }) => {
  test.setTimeout(180_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const found: string[] = []
  for (const [name, come] of Object.entries(views)) {
    await come(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      found.push(...(await violations(page, name, colorScheme)))
    }
    await afresh(page)
  }
  expect(found).toEqual([])
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

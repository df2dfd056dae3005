import type { Page } from '@playwright/test'

/** Brings back the sample book as it was, on a page as it is at a start. */
export async function afresh(page: Page): Promise<void> {
  await page.reload()
  await page.locator('[data-ready="true"]').waitFor()
  const undo = page.getByRole('button', { name: /^Undo./ })
  while ((await undo.count()) > 0) await page.keyboard.press('ControlOrMeta+Z')
}

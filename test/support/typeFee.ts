import type { Page } from '@playwright/test'
import { cell } from '../e2e/screen.ts'

/** Types a monthly fee without committing it; answers with the selector of the field it stands in. */
export async function typeFee(page: Page, deal: string, fee: string): Promise<string> {
  await cell(page, 'monthlyFee', deal).focus()
  await page.keyboard.press('F2')
  await cell(page, 'monthlyFee', deal).getByRole('textbox').fill(fee)
  return `[data-term="monthlyFee"][data-deal="${deal}"] input`
}

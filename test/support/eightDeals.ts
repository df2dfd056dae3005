import { expect, type Page } from '@playwright/test'
import { documentOf } from '../../shared/document/documentOf.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { cell, colossus, paste, third } from '../e2e/screen.ts'

const columns = (page: Page) => page.locator('th[data-term="name"]')

/** Duplicates the third deal of the sample until eight deals stand side by side. */
export async function showEightDeals(page: Page): Promise<void> {
  for (let count = 4; count <= 8; count++) {
    await cell(page, 'name', third).focus()
    await page.keyboard.press('ControlOrMeta+D')
    await expect(columns(page)).toHaveCount(count)
  }
}

/** Makes the deals of the sample sixty months long and adds five of their kind, each with a fee of its own. */
export async function showEightDealsOfSixtyMonths(page: Page): Promise<void> {
  const offer = documentOf(dealTerms(sampleBook(), third), 'USD')
  const copies = [1, 2, 3, 4, 5].map((number) => ({
    ...offer,
    name: `Offer ${number}`,
    end: '2031-05-01',
    charges: offer.charges!.map((charge) => ({
      ...charge,
      monthlyFee: 1_200_000_000_00 + number * 7_000_000_00,
    })),
  }))
  await cell(page, 'end', colossus).focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('30 Apr 2031')
  await page.keyboard.press('Enter')
  await cell(page, 'end', colossus).focus()
  await page.keyboard.press('Shift+Space')
  await page.keyboard.press('ControlOrMeta+R')
  await expect(cell(page, 'end', third)).toContainText('30 Apr 2031')
  await paste(page, JSON.stringify(copies))
  await expect(columns(page)).toHaveCount(8)
}

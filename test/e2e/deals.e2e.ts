import { expect, type Page } from '@playwright/test'
import { test } from './app.ts'
import { cell, chooseFor, colossus, enter, figure, lastOf, second, showEveryTerm, third } from './screen.ts'

const expectNames = (page: Page, names: readonly string[]) =>
  expect(page.locator('th[data-term="name"]')).toHaveText([...names])

test('the sample: three deals side by side, the first the baseline', async ({ app: { page } }) => {
  await expectNames(page, ['Colossus lease', 'Colossus second lease', 'Longer ramp, +2 %'])
  await expect(cell(page, 'monthlyFee', third)).toContainText('$1,275 M')
  await expect(cell(page, 'ramp', third)).toContainText('40 % off, May to Jul 2026')
})

test('a deal is added, renamed and given terms', async ({ app: { page } }) => {
  await page.getByRole('button', { name: /^New deal/ }).click()
  await expect(page.locator('th[data-term="name"]')).toHaveCount(4)
  const added = await lastOf(page, 4)
  await enter(page, 'name', added, 'Another offer')
  await enter(page, 'monthlyFee', added, '1B')
  await expect(figure(page, 'totalContractValue', added)).toHaveText('$37.000 B')
  await expect(figure(page, 'commitmentAtSigning', added)).toHaveText('signing date not stated')
})

test('a deal is duplicated with all its terms', async ({ app: { page } }) => {
  await chooseFor(page, third, 'Duplicate')
  const copy = await lastOf(page, 4)
  await expect(cell(page, 'name', copy)).toContainText('Longer ramp, +2 % copy')
  await expect(figure(page, 'totalContractValue', copy)).toHaveText('$45.645 B')
  await enter(page, 'monthlyFee', copy, '1B')
  await expect(figure(page, 'totalContractValue', third)).toHaveText('$45.645 B')
})

test('deals are reordered, and another becomes the baseline', async ({ app: { page } }) => {
  await chooseFor(page, third, 'Move left')
  await expectNames(page, ['Colossus lease', 'Longer ramp, +2 %', 'Colossus second lease'])
  await chooseFor(page, second, 'Make it the baseline')
  await expectNames(page, ['Colossus second lease', 'Colossus lease', 'Longer ramp, +2 %'])
  await expect(figure(page, 'breakEvenAccrued', second)).toHaveText('baseline')
  await expect(figure(page, 'totalContractValue', colossus, 'change')).toContainText('+$14.640 B')
})

test('a deal is hidden and shown again, removed and brought back', async ({ app: { page } }) => {
  await page.getByRole('checkbox', { name: 'Show Colossus second lease' }).uncheck()
  await expect(page.locator('th[data-term="name"]')).toHaveCount(2)
  await page.getByRole('checkbox', { name: 'Show Colossus second lease' }).check()
  await chooseFor(page, colossus, 'Remove')
  await expectNames(page, ['Colossus second lease', 'Longer ramp, +2 %'])
  await page.getByRole('button', { name: 'Undo Remove Colossus lease' }).click()
  await expectNames(page, ['Colossus lease', 'Colossus second lease', 'Longer ramp, +2 %'])
  await expect(figure(page, 'totalContractValue', colossus)).toHaveText('$45.000 B')
})

test('the list of deals is searched, takes deals out of the way, and is put in order by dragging', async ({
  app: { page },
}) => {
  const list = page.getByRole('navigation', { name: 'Deals' })
  const listed = list.locator('li button > span')
  const search = list.getByRole('searchbox')
  await list.getByRole('button', { name: 'From a template' }).click()
  await page.getByRole('menuitem', { name: 'Prepaid lease' }).click()
  // 37 months at 380 M.
  const added = await lastOf(page, 4)
  await expect(figure(page, 'totalContractValue', added)).toHaveText('$14.060 B')
  await showEveryTerm(page)
  await enter(page, 'tags', added, 'Round one, Memphis')
  await search.fill('memph round')
  await expect(list.getByRole('status')).toHaveText('1 deal found')
  await expect(listed).toHaveText(['Prepaid lease'])
  await search.fill('nothing of the kind')
  await expect(list.getByRole('status')).toHaveText('No deal has these words.')
  await search.fill('')
  await list.locator(`li[data-deal="${added}"]`).dragTo(list.locator(`li[data-deal="${second}"]`), {
    targetPosition: { x: 60, y: 6 },
  })
  await expectNames(page, ['Colossus lease', 'Prepaid lease', 'Colossus second lease', 'Longer ramp, +2 %'])
  await chooseFor(page, second, 'Archive')
  await expect(page.locator('th[data-term="name"]')).toHaveCount(3)
  await expect(listed).toHaveText(['Colossus lease', 'Prepaid lease', 'Longer ramp, +2 %'])
  await list.getByRole('button', { name: 'Archived (1)' }).click()
  await page.getByRole('checkbox', { name: 'Show Colossus second lease' }).check()
  await expect(page.locator('th[data-term="name"]')).toHaveCount(4)
  await expect(list.getByRole('button', { name: /rchived/ })).toHaveCount(0)
})

test('a book without deals says so and offers one', async ({ app: { page } }) => {
  for (const dealId of [colossus, second, third]) await chooseFor(page, dealId, 'Remove')
  await expect(page.getByText('This book has no deals yet.')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'New deal' }).click()
  await expect(page.locator('th[data-term="name"]')).toHaveCount(1)
})

test('eight deals keep readable columns, and terms and figures scroll sideways together', async ({
  app: { page },
}) => {
  for (let count = 4; count <= 8; count++) {
    await cell(page, 'name', third).focus()
    await page.keyboard.press('ControlOrMeta+D')
    await expect(page.locator('th[data-term="name"]')).toHaveCount(count)
  }
  for (const heading of await page.locator('th[data-term="name"]').all())
    expect((await heading.boundingBox())!.width).toBeGreaterThanOrEqual(189)
  // What is held in place, in both tables, stands where it stood before they were scrolled, and after they were scrolled back.
  const held = [
    cell(page, 'name', colossus),
    cell(page, 'buyer', colossus),
    page.locator(`tr:has([data-term="buyer"]) > th`),
    page.locator('[data-figure="totalContractValue"] > th'),
    page.locator(`[data-figure="totalContractValue"] > [data-deal="${colossus}"]`),
  ]
  const edges = () => Promise.all(held.map(async (each) => Math.round((await each.boundingBox())!.x)))
  const atFirst = await edges()
  const last = await lastOf(page, 8)
  await cell(page, 'name', last).focus()
  await expect(cell(page, 'name', last)).toBeInViewport()
  expect(await edges()).toEqual(atFirst)
  await cell(page, 'buyer', third).focus()
  await page.keyboard.press('Home')
  await page.getByTestId('term-sheet').evaluate((sheet) => sheet.scrollTo({ left: 0 }))
  await expect(figure(page, 'totalContractValue', second)).toBeInViewport()
  expect(await edges()).toEqual(atFirst)
  await cell(page, 'name', last).focus()
  await expect(cell(page, 'name', last)).toBeInViewport()
  await expect(figure(page, 'totalContractValue', last)).toBeInViewport()
  await expect(cell(page, 'buyer', colossus)).toBeInViewport()
})

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { views } from '../../build/views.ts'
import { afresh } from '../support/afresh.ts'
import { expect, test } from './app.ts'

/** What is the same on most screens, and is looked at on those that have it otherwise. */
const regions = {
  sheet: '[data-testid="term-sheet"]',
  figures: '[data-testid="figures"]',
  charts: '[data-testid="charts"]',
  bar: 'header',
  deals: 'nav',
}
type Region = keyof typeof regions
const all = Object.keys(regions) as Region[]

/** The regions a view is about; all others have what it lays over them alone. */
const subjects: Readonly<Record<string, readonly Region[]>> = {
  workbench: all,
  'no deals': all,
  'every term': ['sheet'],
  'refused entry': ['sheet'],
  'block of cells': ['sheet'],
  'folded sections': ['sheet'],
  'long texts': ['deals'],
  'deals being found': ['deals'],
  'cumulative cost': ['charts'],
  'committed and at risk': ['charts'],
  'unit price': ['charts'],
  difference: ['charts'],
  'table of a chart': ['charts'],
}

/** What axe finds wrong on the screen, each with the element it is about. */
async function violations(page: Page, name: string, theme: 'light' | 'dark'): Promise<string[]> {
  // Its other mode opens a page of its own, which Electron has none of.
  let axe = new AxeBuilder({ page }).setLegacyMode()
  // A menu floats over the page and is in no landmark of it.
  axe = axe.disableRules('region')
  // These hand the keyboard on to what they guard, and never keep it.
  axe = axe.exclude('[data-base-ui-focus-guard]')
  for (const region of all) if (!subjects[name]?.includes(region)) axe = axe.exclude(regions[region])
  // Of the two themes all but the colours is the same.
  if (theme === 'dark') axe = axe.withRules('color-contrast')
  const { violations: found } = await axe.analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${name}, ${theme}: ${id}: ${target.join(' ')}: ${failureSummary}`,
    ),
  )
}

/** The long run looks at every view in both themes; the gate at the main one so, and in the light at those of its parts. */
const isLong = process.env['OFFTAKE_LONG'] === '1'
const themesOf = (name: string): ('light' | 'dark')[] =>
  name === 'workbench' || isLong ? ['light', 'dark'] : subjects[name] ? ['light'] : []

test('axe finds nothing on any screen, in both themes', async ({ app: { page } }) => {
  test.setTimeout(Object.keys(views).length * 60_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const found: string[] = []
  for (const [name, come] of Object.entries(views)) {
    if (themesOf(name).length === 0) continue
    await come(page)
    for (const colorScheme of themesOf(name)) {
      await page.emulateMedia({ colorScheme })
      found.push(...(await violations(page, name, colorScheme)))
    }
    await afresh(page)
  }
  expect(found).toEqual([])
})

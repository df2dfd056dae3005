import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type RunningApp, test } from '../e2e/app.ts'
import { noticed } from '../e2e/screen.ts'
import { answerDialogs } from './dialogs.ts'

const bringForward = (page: Page, chart: string) => page.locator(`button[data-chart="${chart}"]`).click()

async function choose({ page }: RunningApp, item: string): Promise<void> {
  await page.getByRole('button', { name: /^Copy or save the chart/ }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Width and height from the header of a PNG. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

/** What the page makes of a document of SVG: its texts, or that it is none. */
const read = (page: Page, svg: string) =>
  page.evaluate(async (source) => {
    const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement
    const image = new Image()
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`
    await image.decode()
    return {
      name: root.tagName,
      title: root.querySelector('title')?.textContent,
      texts: [...root.querySelectorAll('text')].map((text) => text.textContent),
      size: [image.naturalWidth, image.naturalHeight],
    }
  }, svg)

test('charts are saved as SVG and PNG, light and complete whatever the theme, and copied as pictures', async ({
  app,
}) => {
  const { page, electron, userData } = app
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
  await bringForward(page, 'cumulative')

  await answerDialogs(app, join(userData, 'costs'))
  await choose(app, 'Save as SVG…')
  await noticed(page, 'Saved costs.svg.')
  const svg = await readFile(join(userData, 'costs.svg'), 'utf8')
  expect(svg).not.toContain('var(--')
  expect(svg).toContain('src:url(data:font/woff2;base64,')
  // The ground and the first deal of the light theme.
  expect(svg).toContain('fill="#ffffff"')
  expect(svg).toContain('stroke="#2b313c"')
  const { name, title, texts, size } = await read(page, svg)
  expect([name, title]).toEqual(['svg', 'Cumulative cost and break-even'])
  expect(texts).toContain('Colossus options, as of 20 Nov 2026. Amounts in USD.')
  expect(texts).toContain('Longer ramp, +2 %')
  expect(texts.join('\n')).toMatch(/\(1\) Longer ramp, \+2 %: month 2\.577 · 18 Jul 2026/)

  await answerDialogs(app, join(userData, 'costs.png'))
  await choose(app, 'Save as PNG…')
  await noticed(page, 'Saved costs.png.')
  const png = await readFile(join(userData, 'costs.png'))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(sizeOf(png)).toEqual(size.map((pixels) => pixels * 2))
  // White paper, and not an empty one.
  const corner = await electron!.evaluate(
    ({ nativeImage }, path) => {
      const bitmap = nativeImage.createFromPath(path).toBitmap()
      return { corner: [...bitmap.subarray(0, 4)], colours: new Set(bitmap).size }
    },
    join(userData, 'costs.png'),
  )
  expect(corner.corner).toEqual([255, 255, 255, 255])
  expect(corner.colours).toBeGreaterThan(50)

  await bringForward(page, 'commitment')
  await choose(app, 'Copy image')
  await noticed(page, 'Copied the picture of “Committed and at risk”.')
  const copied = await electron!.evaluate(({ clipboard }) =>
    (clipboard as unknown as { readImage(): Electron.NativeImage }).readImage().getSize(),
  )
  expect(copied.width).toBe(size[0]! * 2)

  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await page.getByRole('button', { name: 'Copy the table' }).click()
  await noticed(page, 'Copied the table of “Committed and at risk”.')
  const table = await electron!.evaluate(({ clipboard }) => clipboard.readText())
  const [head, ...rows] = table.split('\n')
  expect(head).toMatch(/^Notice on\tCommitted: exit cost, USD\tAt risk: what else remains, USD\t/)
  // The reference figures: 3.75 of 6.25 billion on 1 January 2029.
  expect(rows.find((row) => row.includes('1 Jan 2029'))).toMatch(/\t3750000000\t2500000000\t/)
})

test('a picture is not written where no dialog was answered, and a folder that is gone is said', async ({
  app,
}) => {
  const { page, userData } = app
  const before = await readdir(userData)
  await answerDialogs(app, '')
  await choose(app, 'Save as SVG…')
  await answerDialogs(app, join(userData, 'gone', 'chart.svg'))
  await choose(app, 'Save as SVG…')
  await expect(page.getByRole('alert')).toContainText('chart.svg')
  expect((await readdir(userData)).filter((name) => /\.(svg|png)$/.test(name))).toEqual([])
  expect(before.length).toBeGreaterThan(0)
})

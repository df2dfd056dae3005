import { readdirSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type RunningApp, test } from '../e2e/app.ts'
import { cell, colossus, enter, saved } from '../e2e/screen.ts'

const sample = 'Colossus options.offtake'

/** Ends the app, overwrites the last page of its book, and starts it again. */
async function damageAndRestart(app: RunningApp): Promise<void> {
  const path = join(app.userData, sample)
  await app.restart(async () => {
    const bytes = await readFile(path)
    const file = await open(path, 'r+')
    await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, bytes.length - 4096)
    await file.close()
  })
}

test('a damaged book offers its backup first, with what it lacks, and is set aside', async ({ app }) => {
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await saved(app.page)
  await damageAndRestart(app)
  const { page } = app
  await expect(page.getByRole('alert')).toContainText('is damaged')
  await expect(page.getByRole('heading', { name: /^Go back to the backup of/ })).toBeVisible()
  await page.getByRole('button', { name: 'Go back to this backup' }).click()
  await expect(cell(page, 'monthlyFee', colossus)).toContainText('$1,250 M')
  await expect(page.getByRole('alert')).toContainText(
    /was set aside as “Colossus options \(damaged .*\)\.offtake”/,
  )
  const files = readdirSync(app.userData).filter((name) => name.endsWith('.offtake'))
  expect(files).toHaveLength(2)
  await enter(page, 'monthlyFee', colossus, '1.4B')
  await saved(page)
})

test('a damaged book is made new of what can be read, and what is missing is said', async ({ app }) => {
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await saved(app.page)
  await damageAndRestart(app)
  const { page } = app
  await page.getByRole('button', { name: 'Recover what can be read' }).click()
  await expect(page.getByRole('alert')).toContainText('The history of edits is not carried over.')
  await expect(page.locator('th[data-term="name"]')).toHaveCount(3)
  await enter(page, 'monthlyFee', colossus, '1.4B')
  await saved(page)
})

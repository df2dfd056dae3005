import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import electronPath from 'electron'
import { expect, type RunningApp, test } from '../e2e/app.ts'
import { cell, colossus, enter, saved, showAmountsAs } from '../e2e/screen.ts'

const root = resolve(import.meta.dirname, '../..')
const sample = 'Colossus options.offtake'

/** Starts the app a second time on the same data folder, as a double click on a book does; resolves when it has ended. */
async function startAgain({ userData }: RunningApp, book: string): Promise<number | null> {
  const second = spawn(
    electronPath as unknown as string,
    [root, `--user-data-dir=${userData}`, '--no-sandbox', book],
    {
      stdio: 'ignore',
    },
  )
  const [code] = (await once(second, 'exit')) as [number | null]
  return code
}

test('a book that is opened a second time brings its window to the front, by whatever path', async ({
  app,
}) => {
  expect(await startAgain(app, join(app.userData, '.', sample))).toBe(0)
  await expect.poll(() => app.electron!.windows().length).toBe(1)
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await saved(app.page)
})

test('another book that is double-clicked opens in a window of its own', async ({ app }) => {
  const other = join(app.userData, 'Other.offtake')
  await app.restart(() => copyFile(join(app.userData, sample), other))
  expect(await startAgain(app, other)).toBe(0)
  await expect.poll(() => app.electron!.windows().length).toBe(2)
  const second = app.electron!.windows().find((window) => window !== app.page)!
  await expect(second.getByTestId('save-state')).toHaveAttribute('title', 'Other.offtake')
  await enter(second, 'monthlyFee', colossus, '1.4B')
  await saved(second)
  await expect(cell(second, 'monthlyFee', colossus)).toContainText('$1,400 M')
  await expect(cell(app.page, 'monthlyFee', colossus)).toContainText('$1,250 M')
  // What is chosen in one window holds in the other as one comes to it, and is not undone by a choice made there.
  await showAmountsAs(app.page, 'Millions')
  await second.getByRole('button', { name: /^Theme/ }).click()
  const unit = second.getByRole('combobox', { name: /^Amounts in/ })
  await expect(unit).toHaveText('Billions')
  await second.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(unit).toHaveText('Millions')
  await app.page.reload()
  await expect(app.page.getByRole('combobox', { name: /^Amounts in/ })).toHaveText('Millions')
  await expect(app.page.getByRole('button', { name: /^Theme: light/ })).toBeVisible()
  // A third time: the second window comes to the front.
  expect(await startAgain(app, other)).toBe(0)
  await expect.poll(() => app.electron!.windows().length).toBe(2)
})

/** A process of another kind that has the book open, on the same data folder. */
async function openElsewhere(userData: string): Promise<ChildProcess> {
  const shell = spawn(process.execPath, ['out/browser/main.js', '--user-data', userData], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: shell.stdout })) if (line.includes('http://')) break
  return shell
}

test('a book that another program has open can be tried again, or its newest backup opened as a copy', async ({
  app,
}) => {
  await enter(app.page, 'monthlyFee', colossus, '1.3B')
  await saved(app.page)
  let other: ChildProcess | undefined
  const page = await app.restart(async () => {
    other = await openElsewhere(app.userData)
  })
  try {
    await expect(page.getByRole('alert')).toContainText('is open in another Offtake window or program')
    await expect(page.getByRole('heading', { name: /^Its newest backup is of/ })).toBeVisible()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('alert').first()).toContainText('is open in another')
    const copy = join(app.userData, 'Copy.offtake')
    await app.electron!.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, copy)
    await page.getByRole('button', { name: 'Open that as a separate copy…' }).click()
    await expect(page.getByTestId('save-state')).toHaveAttribute('title', 'Copy.offtake')
    await enter(page, 'monthlyFee', colossus, '1.4B')
    await saved(page)
  } finally {
    other?.kill('SIGKILL')
  }
})

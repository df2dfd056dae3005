import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { views } from '../../build/views.ts'
import { expect, test as base } from '../e2e/app.ts'
import { afresh } from '../support/afresh.ts'
import { type Listener, listen } from '../support/listener.ts'

/** The app, for which every name has the address of a listener on this machine. */
const test = base.extend<{ anywhere: Listener }>({
  // Playwright reads what a fixture needs from its first argument, and insists on a pattern: here an empty one.
  // oxlint-disable-next-line no-empty-pattern
  anywhere: async ({}, use) => {
    const listener = await listen()
    await use(listener)
    listener.close()
  },
  appArguments: ({ anywhere }, use) => use([`--host-resolver-rules=MAP * 127.0.0.1:${anywhere.tcpPort}`]),
})

test('nothing connects to anywhere: at the start, on any view, for a PDF or an import', async ({
  app: { page, electron, userData },
  anywhere,
}) => {
  test.setTimeout(Object.keys(views).length * 60_000)
  for (const show of Object.values(views)) {
    await show(page)
    await afresh(page)
  }
  const [pdf, json] = [join(userData, 'summary.pdf'), join(userData, 'offer.json')]
  await writeFile(json, JSON.stringify({ name: 'Imported', start: '2026-05-01', end: '2029-06-01' }))
  await electron!.evaluate(
    ({ dialog }, [saved, opened]) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: saved! })
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [opened!] })
    },
    [pdf, json],
  )
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await expect(page.getByText('Saved summary.pdf.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+O')
  await expect(page.locator('th[data-term="name"]')).toContainText(['Imported'])
  console.log(`offline: ${anywhere.connections()} connections over ${Object.keys(views).length} views`)
  expect(anywhere.connections()).toBe(0)
})

test('the listener does see what Chromium connects to by itself', async ({ app: { electron }, anywhere }) => {
  await electron!.evaluate(({ session }) => session.defaultSession.setSpellCheckerLanguages(['en-US']))
  await expect.poll(() => anywhere.connections()).toBeGreaterThan(0)
})

import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Input } from '../../shared/contract/contract.ts'
import { expect, type RunningApp, test } from '../e2e/app.ts'
import { report } from './measurement.ts'
import { median } from './statistics.ts'

const rounds = 5

const options: Input<'summary.export'> = {
  unit: 'billions',
  decimals: null,
  locale: 'en-US',
  yearStart: 1,
  paper: 'a4',
}

test('the PDF of the sample', async ({ app }) => {
  const times: { sample: number[]; empty: number[] } = { sample: [], empty: [] }
  await answerSaveDialog(app)
  for (let round = 0; round < rounds; round++) {
    times.empty.push(await timeToPrintNothing(app.electron!))
    times.sample.push(await timeToExport(app.page))
  }
  report({
    work: 'PDF of the sample',
    unit: 'ms',
    value: median(times.sample),
    peer: { name: 'PDF of an empty page', value: median(times.empty) },
    target: { value: 1500 },
  })
})

const answerSaveDialog = ({ electron, userData }: RunningApp) =>
  electron!.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    },
    join(userData, 'summary.pdf'),
  )

async function timeToExport(page: Page): Promise<number> {
  const [answer, took] = await page.evaluate(async (input) => {
    const { offtake } = window as unknown as {
      offtake: { call(channel: string, input: unknown): Promise<string> }
    }
    const started = performance.now()
    const text = await offtake.call('summary.export', input)
    return [JSON.parse(text) as unknown, performance.now() - started] as const
  }, options)
  expect(answer).toMatchObject({ ok: true, value: { status: 'saved' } })
  return took
}

/** The least an export can be: a hidden window with an empty page, printed. */
const timeToPrintNothing = (electron: ElectronApplication): Promise<number> =>
  electron.evaluate(async ({ BrowserWindow }) => {
    const started = performance.now()
    const window = new BrowserWindow({ show: false, width: 900, height: 1200 })
    await window.loadURL('about:blank')
    await window.webContents.printToPDF({})
    window.destroy()
    return performance.now() - started
  })

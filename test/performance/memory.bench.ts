import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { expect, test } from '../e2e/app.ts'
import { report } from './measurement.ts'
import { memoryOf } from './memory.ts'

test('memory with the sample book', async ({ app }) => {
  await expect(app.page.locator('.crossing').first()).toBeAttached()
  const [ofSample, ofEmpty] = [await memoryOf(app.electron!), await memoryOfEmptyApp()]
  for (const [kind, process] of [
    ['Browser', 'main process'],
    ['Tab', 'page'],
  ] as const)
    report({
      work: `sample book, memory of the ${process}`,
      unit: 'MB',
      value: ofSample[kind]!,
      peer: { name: 'empty window', value: ofEmpty[kind]! },
    })
})

async function memoryOfEmptyApp(): Promise<Record<string, number>> {
  const userData = await mkdtemp(join(tmpdir(), 'offtake-empty-'))
  const electron = await _electron.launch({
    args: [join(import.meta.dirname, 'emptyApp'), `--user-data-dir=${userData}`],
  })
  try {
    await (await electron.firstWindow()).getByText('Empty').waitFor()
    return await memoryOf(electron)
  } finally {
    await electron.close()
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

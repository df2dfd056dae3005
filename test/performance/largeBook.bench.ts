import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBook } from '../../electron/book/open.ts'
import { connect } from '../../electron/db/connection.ts'
import type { Edit } from '../../shared/history/workspace.ts'
import { expect, type RunningApp, test } from '../e2e/app.ts'
import { writeLargeBook } from '../support/largeBook.ts'
import { report } from './measurement.ts'
import { memoryOf } from './memory.ts'
import { median, percentile } from './statistics.ts'

const deals = 10_000
const rounds = 5
const edits = 1000

/**
 * Opens the book the dialog answers with, and resolves once its list of deals and the deals side by side are painted;
 * milliseconds from the command on.
 */
async function timeToOpen({ electron, page }: RunningApp, path: string): Promise<number> {
  await electron!.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  const fileName = path.split('/').at(-1)!
  return page.evaluate(async (title) => {
    const isShown = () =>
      document.querySelector(`[data-testid="save-state"][title="${title}"]`) !== null &&
      document.querySelectorAll('th[data-term="name"]').length === 3 &&
      document.querySelectorAll('nav li').length > 3
    const started = performance.now()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'o', ctrlKey: true, bubbles: true }))
    await new Promise<void>((resolve) => {
      const look = () => (isShown() ? resolve() : requestAnimationFrame(look))
      look()
    })
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - started
  }, fileName)
}

/** Milliseconds in which SQLite alone reads every deal of a book. */
function timeToRead(path: string): number {
  const started = performance.now()
  const connection = connect(path, { mustExist: true })
  connection.prepare('SELECT * FROM deals').all()
  connection.close()
  return performance.now() - started
}

for (const withSources of [false, true])
  test(`a book of 10,000 deals ${withSources ? 'with' : 'without'} sources`, async ({ app }) => {
    const [one, other, copy] = ['One.offtake', 'Other.offtake', 'Copy.offtake'].map((name) =>
      join(app.userData, name),
    ) as [string, string, string]
    writeLargeBook(one, deals, withSources)
    copyFileSync(one, other)
    copyFileSync(one, copy)
    const times: { open: number[]; read: number[] } = { open: [], read: [] }
    for (let round = 0; round < rounds; round += 1) {
      times.read.push(timeToRead(copy))
      times.open.push(await timeToOpen(app, round % 2 === 0 ? one : other))
      // Until the rest is read and the backup made: nobody opens the next book meanwhile.
      await expect(app.page.getByTestId('save-state')).toHaveAttribute('data-settled', 'true', {
        timeout: 120_000,
      })
    }
    const book = `10,000 deals${withSources ? ' with sources' : ''}`
    report({
      work: `${book}, open until usable`,
      unit: 'ms',
      value: median(times.open),
      peer: { name: 'SQLite, every deal', value: median(times.read) },
      target: { value: 500 },
    })
    const memory = await memoryOf(app.electron!)
    report({ work: `${book}, memory of the main process`, unit: 'MB', value: memory['Browser']! })
    report({ work: `${book}, memory of the page`, unit: 'MB', value: memory['Tab']! })
  })

test('an edit in a book of 10,000 deals', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'offtake-large-'))
  const path = join(folder, 'Large.offtake')
  writeLargeBook(path, deals, false)
  const opened = openBook(path)
  if (!opened.ok) throw new Error(opened.error.message)
  const session = opened.value
  session.settle()
  let { revision } = session.snapshot()
  const commit = (monthlyFee: number): number => {
    const started = performance.now()
    const made = session.edit(feeOf(`deal-${(revision % 9000) + 10}`, monthlyFee), revision)
    if (!made.ok) throw new Error(made.error.message)
    revision = made.value.revision
    return performance.now() - started
  }
  const row = oneRowIn(join(folder, 'row.sqlite'))
  for (let i = 1; i <= 200; i += 1) commit(i)
  // Turn by turn, so that a slow moment of the disk is one of both; each edit in a task of its own, as in the app.
  const times: { edit: number[]; row: number[] } = { edit: [], row: [] }
  for (let i = 0; i < edits; i += 1) {
    times.edit.push(commit(1000 + i))
    times.row.push(row.commit())
    await new Promise((resolve) => setImmediate(resolve))
  }
  session.close()
  row.close()
  rmSync(folder, { recursive: true })
  for (const share of [50, 99])
    report({
      work: `10,000 deals, commit of an edit, p${share}`,
      unit: 'ms',
      value: percentile(times.edit, share),
      peer: { name: 'SQLite, one row', value: percentile(times.row, share) },
      ...(share === 99 ? { target: { value: 5 } } : {}),
    })
})

/** The least a commit can be: one row in a file of its own, as durable as a book. */
function oneRowIn(path: string) {
  const connection = connect(path, { mustExist: false })
  connection.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT) STRICT')
  const put = connection.prepare('INSERT INTO rows (text) VALUES (?)')
  return {
    close: () => connection.close(),
    commit() {
      const started = performance.now()
      put.run('x'.repeat(300))
      return performance.now() - started
    },
  }
}

const feeOf = (dealId: string, monthlyFee: number): Edit => ({
  type: 'do',
  at: '2026-11-20T10:00:00Z',
  command: { type: 'charge.set', chargeId: `${dealId}/fee`, changes: { monthlyFee } },
})

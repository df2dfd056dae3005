import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startSession } from '../../electron/book/session.ts'
import { startCore } from '../../electron/core.ts'
import { ok } from '../../shared/contract/result.ts'
import { run } from '../../electron/cli/run.ts'
import { connect } from '../../electron/db/connection.ts'
import { repositoryOf } from '../../electron/db/repository.ts'
import { watchFile } from '../../electron/db/watchedFile.ts'
import type { Dialogs } from '../../electron/ports.ts'
import { fee, feeIn, opened, sampleIn, value } from './books.ts'
import { ownFolder } from './folder.ts'

/** Paths that the system cannot look at, by why; each is made in a folder. */
const paths: Readonly<Record<string, (folder: string) => string>> = {
  'a link to itself'(folder) {
    symlinkSync(join(folder, 'Loop.offtake'), join(folder, 'Loop.offtake'))
    return join(folder, 'Loop.offtake')
  },
  'two links that lead to each other'(folder) {
    symlinkSync(join(folder, 'b.offtake'), join(folder, 'a.offtake'))
    symlinkSync(join(folder, 'a.offtake'), join(folder, 'b.offtake'))
    return join(folder, 'a.offtake')
  },
  'a link that leads nowhere'(folder) {
    symlinkSync(join(folder, 'gone'), join(folder, 'Link.offtake'))
    return join(folder, 'Link.offtake')
  },
  'a name of 300 bytes': (folder) => join(folder, `${'n'.repeat(292)}.offtake`),
  'a path of 5,000 bytes': (folder) =>
    join(folder, ...Array<string>(25).fill('d'.repeat(200)), 'Book.offtake'),
  'a file where a folder should be'(folder) {
    writeFileSync(join(folder, 'file'), '')
    return join(folder, 'file', 'Book.offtake')
  },
  'a folder'(folder) {
    mkdirSync(join(folder, 'Folder.offtake'))
    return join(folder, 'Folder.offtake')
  },
  'a device without end': () => '/dev/zero',
  'a name with a zero in it': (folder) => join(folder, 'a\0b.offtake'),
}

const sentence = /^[“A-Z].*\.$/s

/** The app with a window, whose dialogs answer with this path. */
function appWith(book: string | null, userData: string, path: string) {
  const choose = () => Promise.resolve(path)
  const dialogs: Dialogs = {
    chooseBookToOpen: choose,
    chooseNewBook: choose,
    chooseSummary: choose,
    chooseDocumentToImport: choose,
    chooseDocument: choose,
    choosePicture: choose,
  }
  const printer = {
    print: () => Promise.resolve(ok(new Uint8Array())),
    rendered: () => undefined,
    options: null,
  }
  const shell = { kind: 'desktop', dialogs, printer, reveal: null, copyImage: null } as const
  const core = startCore({ version: 'test', userData })
  const desk = core.openDesk({ shell, book, focus: () => undefined })
  onTestFinished(() => desk.registry.close())
  return { core, ...desk }
}

const isSentence = { ok: false, error: { message: expect.stringMatching(sentence) } }

describe.each(Object.keys(paths))('%s', (what) => {
  it('is a sentence wherever a file is asked for, and the window goes on', async () => {
    const folder = ownFolder()
    const path = paths[what]!(folder)
    const { core, dispatch } = appWith(sampleIn(folder), join(folder, 'app'), path)
    expect(core.focus(path)).toBe(false)
    for (const channel of ['book.open', 'document.import']) {
      const refused = await dispatch(channel, {})
      expect(refused, channel).toMatchObject(isSentence)
      expect(JSON.stringify(refused), channel).not.toContain('Something went wrong')
    }
    const writing: readonly (readonly [string, object])[] = [
      ['book.new', { currency: 'USD' }],
      ['book.saveCopy', {}],
      ['book.export', {}],
      ['deal.export', { dealId: 'colossus-lease' }],
      ['chart.save', { format: 'svg', name: 'Chart', content: '<svg >' }],
    ]
    for (const [channel, input] of writing) {
      const answer = await dispatch(channel, input)
      // Over a link, a file may be written; where it cannot, that is said.
      if (!answer.ok) expect(answer, channel).toMatchObject(isSentence)
      expect(JSON.stringify(answer), channel).not.toContain('Something went wrong')
    }
    expect(await dispatch('book.read', {})).toMatchObject({ ok: true })
  })

  it('is a sentence as the first book of a window, and as the last book of the start before', async () => {
    const folder = ownFolder()
    const path = paths[what]!(folder)
    const asked = appWith(path, join(folder, 'app'), path)
    expect(await asked.dispatch('book.read', {})).toMatchObject(isSentence)
    for (const channel of [
      'book.retry',
      'book.recent',
      'backups.list',
      'recovery.read',
      'book.saveAsNew',
      'book.settle',
    ])
      expect(JSON.stringify(await asked.dispatch(channel, {})), channel).not.toContain('Something went wrong')
    mkdirSync(join(folder, 'other'))
    writeFileSync(join(folder, 'other', 'settings.json'), JSON.stringify({ recentBooks: [path] }))
    const again = appWith(null, join(folder, 'other'), path)
    const read = await again.dispatch('book.read', {})
    // A book that is not there any more is passed over for the sample.
    expect(read.ok || sentence.test(read.error.message)).toBe(true)
    expect(await again.dispatch('book.recent', {})).toMatchObject({ ok: true })
  })

  it('is a sentence in the terminal', () => {
    const path = paths[what]!(ownFolder())
    for (const answer of [run(['evaluate', path]), run(['export', path, '--book'])]) {
      expect(answer).toMatchObject(isSentence)
      expect(JSON.stringify(answer)).not.toContain('could not be evaluated')
    }
  })
})

it('the app’s own folder may be one that cannot be written or looked into', async () => {
  const folder = ownFolder()
  writeFileSync(join(folder, 'app'), 'no folder')
  const { dispatch } = appWith(sampleIn(folder), join(folder, 'app'), join(folder, 'New.offtake'))
  expect(await dispatch('book.settle', {})).toMatchObject({
    ok: true,
    value: { notices: [expect.stringMatching(/^No backup of “Sample\.offtake” could be made/)] },
  })
  expect(await dispatch('backups.list', {})).toEqual({ ok: true, value: { backups: [] } })
  expect(await dispatch('book.rename', { name: 'Renamed' })).toMatchObject({ ok: true })
  expect(await dispatch('book.edit', { edit: fee(5), baseRevision: 0 })).toMatchObject({ ok: true })
})

describe('a drive that is gone', () => {
  it.each(['EIO', 'ENOTCONN', 'ESTALE', 'ENODEV', 'EHOSTDOWN', 'ETIMEDOUT'])(
    'while a book on it is open is a sentence (%s), and what is on the screen can be saved elsewhere',
    (code) => {
      const folder = ownFolder()
      const path = sampleIn(folder)
      const connection = connect(path, { mustExist: true })
      const repository = repositoryOf(connection)
      const file = watchFile(path)
      let isGone = false
      const session = startSession({
        path,
        connection,
        repository,
        ...repository.read(),
        readRest: null,
        file: {
          ...file,
          state() {
            if (isGone) throw Object.assign(new Error('gone'), { code })
            return file.state()
          },
        },
        state: file.state(),
        backUp: () => ({ ok: true, value: null }),
        keepAsBackup: null,
        notices: [],
      })
      onTestFinished(() => session.close())
      value(session.edit(fee(5), 0))
      isGone = true
      for (const refused of [
        session.edit(fee(6), 1),
        session.versions(),
        session.saveCopy(`${folder}/Copy.offtake`),
      ])
        expect(refused).toMatchObject({
          ok: false,
          error: { code: 'not-found', message: expect.stringContaining('cannot be reached') },
        })
      value(session.saveAsNew(join(folder, 'New.offtake')))
      expect(feeIn(opened(join(folder, 'New.offtake')))).toBe(5)
      isGone = false
      value(session.edit(fee(6), 1))
    },
  )
})

it('a book that is open in the app is said to be open in the terminal, and the app goes on', () => {
  const path = sampleIn(ownFolder())
  const session = opened(path)
  value(session.edit(fee(5), 0))
  const main = resolve(import.meta.dirname, '../../electron/cli/main.ts')
  for (const args of [
    ['evaluate', path],
    ['export', path, '--book'],
  ]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' })
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      '“Sample.offtake” is open in another Offtake window or program. Close it there and try again.\n',
    ])
  }
  value(session.edit(fee(6), 1))
})

it('the open book itself is not imported, and stays locked', async () => {
  const folder = ownFolder()
  const path = sampleIn(folder)
  const { dispatch } = appWith(path, join(folder, 'app'), path)
  expect(await dispatch('document.import', {})).toEqual({
    ok: false,
    error: {
      code: 'invalid-input',
      message: '“Sample.offtake” is the book that is open. Choose a file of JSON to import.',
    },
  })
  const main = resolve(import.meta.dirname, '../../electron/cli/main.ts')
  expect(spawnSync(process.execPath, [main, 'evaluate', path], { encoding: 'utf8' }).stderr).toContain(
    'is open in',
  )
})

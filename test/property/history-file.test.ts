import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBook } from '../../electron/book/open.ts'
import type { Session } from '../../electron/book/session.ts'
import { connect } from '../../electron/db/connection.ts'
import { repositoryOf } from '../../electron/db/repository.ts'
import { advance } from '../../shared/history/advance.ts'
import { keptAcrossRestarts } from '../../shared/history/kept.ts'
import type { Edit, Workspace } from '../../shared/history/workspace.ts'
import { limits } from '../../shared/schema/limits.ts'
import { fee, sampleIn, value } from '../book/books.ts'
import { ownFolder } from '../book/folder.ts'
import { editSequence } from './arbitraryCommands.ts'
import { after, start, times } from './walks.ts'

// Every run opens books and writes each of its edits to the disk, so there are fewer than of other properties.
const isLong = process.env['OFFTAKE_LONG'] === '1'
const runs = { any: isLong ? 200 : 25, many: isLong ? 60 : 8 }

/** What the screen does beside what the core does: both are kept, and must come to the same. */
interface Both {
  session: Session
  screen: Workspace
}

function made({ session, screen }: Both, edit: Edit): Both {
  const next = advance(screen, edit)
  const { revision } = session.snapshot()
  const answer = session.edit(edit, revision)
  const isNew = next.ok && next.value !== screen
  expect(answer).toEqual(next.ok ? { ok: true, value: { revision: revision + Number(isNew) } } : next)
  return { session, screen: next.ok ? next.value : screen }
}

const agree = ({ session, screen }: Both) => expect(session.snapshot().workspace).toEqual(screen)

/** The book closed and opened again: what the screen knows of its history is what outlives a session. */
function reopened(path: string, { session, screen }: Both): Both {
  session.close()
  const again = {
    session: value(openBook(path)),
    screen: { ...screen, history: keptAcrossRestarts(screen.history) },
  }
  agree(again)
  const { steps, cursor } = again.screen.history
  expect(Math.max(cursor, steps.length - cursor)).toBeLessThanOrEqual(limits.stepsAcrossRestarts)
  return again
}

/** Writes a long history in one piece. */
function write(path: string, workspace: Workspace): void {
  const connection = connect(path, { mustExist: true })
  repositoryOf(connection).write(start, workspace, 1)
  connection.close()
}

/** The sample book in a new file that was edited so before, open while it is used. */
function withBook(before: Workspace, use: (path: string, both: Both) => Both): void {
  const path = sampleIn(ownFolder())
  if (before !== start) write(path, before)
  const session = value(openBook(path))
  use(path, { session, screen: session.snapshot().workspace }).session.close()
}

describe('a book in its file', () => {
  it('takes any edits as the screen does, and is undone and redone across restarts', () => {
    fc.assert(
      fc.property(fc.array(editSequence, { minLength: 1, maxLength: 3 }), (sessions) => {
        withBook(start, (path, opened) => {
          let both = opened
          for (const edits of sessions) both = reopened(path, edits.reduce(made, both))
          const { length } = both.screen.history.steps
          both = times(length - both.screen.history.cursor, { type: 'redo' }).reduce(made, both)
          const end = both.screen.book
          both = reopened(path, times(length, { type: 'undo' }).reduce(made, both))
          expect(both.screen.book).toEqual(start.book)
          both = reopened(path, times(length, { type: 'redo' }).reduce(made, both))
          expect(both.screen.book).toEqual(end)
          return both
        })
      }),
      { numRuns: runs.any },
    )
  })

  it('knows no more than the limit after it was opened again, wherever it stood', () => {
    const many = Array.from({ length: 450 }, (_, i) => fee(i + 1)).reduce(after, start)
    fc.assert(
      fc.property(fc.nat(450), editSequence, fc.nat(200), (to, edits, back) => {
        const left = after(many, { type: 'go', to })
        withBook(left, (path, opened) => {
          agree({ ...opened, screen: { ...left, history: keptAcrossRestarts(left.history) } })
          const both = reopened(path, edits.reduce(made, opened))
          return reopened(path, made(both, { type: 'go', to: Math.min(back, both.screen.history.cursor) }))
        })
      }),
      { numRuns: runs.many },
    )
  })
})

import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startCore } from '../../electron/core.ts'
import type { Edit } from '../../shared/history/workspace.ts'
import { value } from './books.ts'
import { ownFolder } from './folder.ts'

const shell = { kind: 'browser', dialogs: null, printer: null, reveal: null, copyImage: null } as const

it.each(['1970-01-01T00:00:00Z', '1989-06-30T12:00:00Z', '2150-06-01T00:00:00Z', '2026-11-20T10:00:00Z'])(
  'a book that is made when the machine says %s opens again, takes edits and is backed up',
  (time) => {
    const userData = ownFolder()
    const core = startCore({ version: '0', userData, clock: () => new Date(time) })
    const deskWith = (book: string | null) => {
      const { registry } = core.openDesk({ shell, book, focus: () => undefined })
      onTestFinished(() => registry.close())
      return registry
    }
    const path = join(userData, 'New.offtake')
    const first = deskWith(null)
    value(first.createEmpty(path, 'USD'))
    first.close()
    const session = value(deskWith(path).current())
    expect(value(session.settle()).notices).toEqual([])
    const command = { type: 'settings.set', changes: { name: 'Mine' } } as const
    const edit: Edit = { type: 'do', command, at: new Date(time).toISOString() }
    value(session.edit(edit, 0))
    expect(session.snapshot().workspace.book.settings['book']!.name).toBe('Mine')
  },
)

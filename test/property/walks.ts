import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { apply } from '../../shared/commands/apply.ts'
import { advance, emptyHistory } from '../../shared/history/advance.ts'
import type { Edit, Workspace } from '../../shared/history/workspace.ts'
import type { Book } from '../../shared/schema/book.ts'
import { startingBook } from './arbitraryCommands.ts'

export const start: Workspace = { book: startingBook, history: emptyHistory }

/** The workspace after an edit, or as it was where the edit is refused, which takes a sentence. */
export function after(workspace: Workspace, edit: Edit): Workspace {
  const next = advance(workspace, edit)
  if (!next.ok) expect(next.error.message).toMatch(/^[A-Z0-9“].*\.$/s)
  return next.ok ? next.value : workspace
}

export const times = (count: number, edit: Edit): Edit[] => Array.from({ length: count }, () => edit)

/** A history told by the whole books it went through: what steps of entities before and after must come to. */
export interface Walk {
  books: readonly Book[]
  cursor: number
  gesture: string | null
}

export const startOfWalk: Walk = { books: [startingBook], cursor: 0, gesture: null }

export function walked(walk: Walk, edit: Edit): Walk {
  const { books, cursor } = walk
  const to = (next: number): Walk =>
    next === cursor || !books[next] ? walk : { books, cursor: next, gesture: null }
  switch (edit.type) {
    case 'undo':
      return to(cursor - 1)
    case 'redo':
      return to(cursor + 1)
    case 'go':
      return to(edit.to)
    case 'do': {
      const next = apply(books[cursor]!, edit.command)
      if (!next.ok || isDeepStrictEqual(next.value, books[cursor])) return walk
      const gesture = edit.gesture ?? null
      const goesOn = gesture !== null && gesture === walk.gesture
      const before = books.slice(0, goesOn ? cursor : cursor + 1)
      const isBack = goesOn && isDeepStrictEqual(next.value, before.at(-1))
      return isBack
        ? { books: before, cursor: cursor - 1, gesture: null }
        : { books: [...before, next.value], cursor: before.length, gesture }
    }
  }
}

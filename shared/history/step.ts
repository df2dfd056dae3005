import type { Book } from '../schema/book.ts'
import { changesBetween, withChanges } from './changes.ts'
import type { Workspace } from './workspace.ts'

/**
 * The workspace once its book has become another in one step of this name, made at this time (ISO 8601 in UTC). What was
 * undone before is dropped. Where the two books do not differ there is no step, and the workspace is the same.
 */
export function withStep(
  before: Workspace,
  book: Book,
  label: string,
  at: string,
  gesture: string | null = null,
): Workspace {
  const changes = changesBetween(before.book, book)
  if (changes.length === 0) return before
  const { steps, cursor } = before.history
  const sequence = (steps.at(-1)?.sequence ?? 0) + 1
  const done = [...steps.slice(0, cursor), { sequence, at, label, changes }]
  return { book, history: { steps: done, cursor: done.length, gesture } }
}

/** The workspace at another place of its history, from 0 to the number of its steps: so many of them are done. */
export function atStep({ book, history: { steps, cursor } }: Workspace, to: number): Workspace {
  const walked =
    to < cursor
      ? withChanges(book, steps.slice(to, cursor).toReversed().flatMap(changesOf), 'before')
      : withChanges(book, steps.slice(cursor, to).flatMap(changesOf), 'after')
  return { book: walked, history: { steps, cursor: to, gesture: null } }
}

const changesOf = ({ changes }: Workspace['history']['steps'][number]) => changes

/** The workspace as it was before the gesture that made its last step; as it is where that was no part of the gesture. */
export function beforeGesture(workspace: Workspace, gesture: string | null): Workspace {
  const { steps, cursor, gesture: last } = workspace.history
  if (gesture === null || gesture !== last) return workspace
  const { book, history } = atStep(workspace, cursor - 1)
  return { book, history: { ...history, steps: steps.slice(0, -1) } }
}

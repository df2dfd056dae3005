import type { Book } from '../schema/book.ts'
import { changesBetween } from './changes.ts'
import type { Workspace } from './workspace.ts'

export function withStep(before: Workspace, book: Book, label: string, at: string): Workspace {
  const changes = changesBetween(before.book, book)
  if (changes.length === 0) return before
  const { steps, cursor } = before.history
  const sequence = (steps.at(-1)?.sequence ?? 0) + 1
  const done = [...steps.slice(0, cursor), { sequence, at, label, changes }]
  return { book, history: { steps: done, cursor: done.length } }
}

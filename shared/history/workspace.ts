import { z } from 'zod'
import { apply } from '../commands/apply.ts'
import { command } from '../commands/command.ts'
import { fail, ok, type Result } from '../contract/result.ts'
import { book, type Book } from '../schema/book.ts'
import { limits } from '../schema/limits.ts'
import { change, changesBetween, withChanges } from './changes.ts'
import { describe } from './describe.ts'

/** One edit that was made, with both sides of what it changed: it outlives the code that made it. */
export const historyStep = z.strictObject({
  sequence: z.int().min(1),
  /** When it was made, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  label: z.string().max(1000),
  changes: z.array(change),
})
export type HistoryStep = z.infer<typeof historyStep>

/** The steps in order; those before the cursor are done, those behind it undone. */
export const history = z.strictObject({ steps: z.array(historyStep), cursor: z.int().min(0) })
export type History = z.infer<typeof history>

/** A book and how it came to be as it is. */
export const workspace = z.strictObject({ book, history })
export interface Workspace {
  readonly book: Book
  readonly history: History
}

/** What a person does to a book: a command, or a step back or forth. */
export const edit = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('do'), command, at: z.iso.datetime() }),
  z.strictObject({ type: z.literal('undo') }),
  z.strictObject({ type: z.literal('redo') }),
])
export type Edit = z.infer<typeof edit>

export const emptyHistory: History = { steps: [], cursor: 0 }

/** The workspace after an edit. Pure: the screen runs it at once, the core runs it again before it writes. */
export function advance(before: Workspace, edit: Edit): Result<Workspace> {
  const { steps, cursor } = before.history
  switch (edit.type) {
    case 'do': {
      const next = apply(before.book, edit.command)
      if (!next.ok) return next
      const changes = changesBetween(before.book, next.value)
      if (changes.length === 0) return ok(before)
      const label = describe(before.book, next.value, edit.command)
      const sequence = (steps.at(-1)?.sequence ?? 0) + 1
      const kept = [...steps.slice(0, cursor), { sequence, at: edit.at, label, changes }]
      const recent = kept.slice(-limits.historySteps)
      return ok({ book: next.value, history: { steps: recent, cursor: recent.length } })
    }
    case 'undo': {
      const step = steps[cursor - 1]
      if (!step) return fail('refused', 'There is nothing left to undo.')
      return ok({
        book: withChanges(before.book, step.changes, 'before'),
        history: { steps, cursor: cursor - 1 },
      })
    }
    case 'redo': {
      const step = steps[cursor]
      if (!step) return fail('refused', 'There is nothing to redo.')
      return ok({
        book: withChanges(before.book, step.changes, 'after'),
        history: { steps, cursor: cursor + 1 },
      })
    }
  }
}

/** What the next undo and the next redo would take back or repeat. */
export const nextSteps = ({ steps, cursor }: History): { undo: string | null; redo: string | null } => ({
  undo: steps[cursor - 1]?.label ?? null,
  redo: steps[cursor]?.label ?? null,
})

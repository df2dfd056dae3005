import { apply } from '../commands/apply.ts'
import { fail, ok, type Result } from '../contract/result.ts'
import { limits } from '../schema/limits.ts'
import { changesBetween, withChanges } from './changes.ts'
import { describe } from './describe.ts'
import type { Edit, History, Workspace } from './workspace.ts'

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

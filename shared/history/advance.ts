import { apply } from '../commands/apply.ts'
import { fail, ok, type Result } from '../contract/result.ts'
import { changesBetween } from './changes.ts'
import { describe } from './describe.ts'
import { atStep, beforeGesture, withStep } from './step.ts'
import { walkProblem } from './walkProblem.ts'
import type { Edit, History, Workspace } from './workspace.ts'

export const emptyHistory: History = { steps: [], cursor: 0, gesture: null }

/** The workspace after an edit. Pure: the screen runs it at once, the core runs it again before it writes. */
export function advance(before: Workspace, edit: Edit): Result<Workspace> {
  const { steps, cursor } = before.history
  switch (edit.type) {
    case 'do':
      return command(before, edit)
    case 'undo':
      return cursor > 0 ? walked(before, cursor - 1) : fail('refused', 'There is nothing left to undo.')
    case 'redo':
      return cursor < steps.length ? walked(before, cursor + 1) : fail('refused', 'There is nothing to redo.')
    case 'go':
      if (edit.to === cursor) return ok(before)
      return edit.to <= steps.length
        ? walked(before, edit.to)
        : fail('refused', 'The history of this book has no such step to go to.')
  }
}

function walked(before: Workspace, to: number): Result<Workspace> {
  const { steps, cursor } = before.history
  const changes = steps.slice(Math.min(cursor, to), Math.max(cursor, to)).flatMap((step) => step.changes)
  const after = atStep(before, to)
  const problem = walkProblem(before.book, after.book, changes)
  return problem === null ? ok(after) : fail('refused', problem)
}

function command(before: Workspace, edit: Edit & { type: 'do' }): Result<Workspace> {
  const next = apply(before.book, edit.command)
  if (!next.ok) return next
  const gesture = edit.gesture ?? null
  // A gesture is one step from the book it began with: none at all where it comes back to that.
  const start = beforeGesture(before, gesture)
  if (start !== before && changesBetween(before.book, next.value).length === 0) return ok(before)
  const label = describe(start.book, next.value, edit.command)
  return ok(withStep(start, next.value, label, edit.at, gesture))
}

/** What the next undo and the next redo would take back or repeat. */
export const nextSteps = ({ steps, cursor }: History): { undo: string | null; redo: string | null } => ({
  undo: steps[cursor - 1]?.label ?? null,
  redo: steps[cursor]?.label ?? null,
})

import { z } from 'zod/mini'
import { command } from '../commands/command.ts'
import { book, type Book, type EntityKind, entitySchemas } from '../schema/book.ts'
import { id, instant } from '../schema/values.ts'
import { limits } from '../schema/limits.ts'
import { entityKinds } from '../schema/vocabulary.ts'
import type { Change } from './changes.ts'

const changeOf = (kind: EntityKind) =>
  z.strictObject({
    kind: z.literal(kind),
    id,
    before: z.nullable(entitySchemas[kind]),
    after: z.nullable(entitySchemas[kind]),
  })

/** A change as it is read back from a file; a step that restores a large book has a hundred thousand of them. */
const change: z.ZodMiniType<Change> = z.discriminatedUnion('kind', [
  changeOf(entityKinds[0]),
  ...entityKinds.slice(1).map(changeOf),
])

/** One edit that was made, with both sides of what it changed: it outlives the code that made it. */
export const historyStep = z.strictObject({
  sequence: z.int().check(z.minimum(1)),
  /** When it was made. */
  at: instant,
  label: z.string().check(z.maxLength(limits.stepLabel)),
  changes: z.array(change),
})
export type HistoryStep = z.infer<typeof historyStep>

const cursor = z.int().check(z.minimum(0))

const history = z.strictObject({
  /** In order: those before the cursor are done, those behind it undone. */
  steps: z.array(historyStep),
  cursor,
  /** The gesture of the last step while that gesture may go on. It lasts as long as the session: no file holds it. */
  gesture: z.nullable(id),
})
export type History = z.infer<typeof history>

/** A book and how it came to be as it is. */
export const workspace = z.strictObject({ book, history })
export interface Workspace {
  readonly book: Book
  readonly history: History
}

/** What a person does to a book: a command, or a walk through its history. */
export const edit = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('do'),
    command,
    at: instant,
    /** Commands that follow each other in one gesture (a drag, a key held down) are one step. */
    gesture: z.optional(id),
  }),
  z.strictObject({ type: z.literal('undo') }),
  z.strictObject({ type: z.literal('redo') }),
  /** To where so many steps are done, and those behind them undone. */
  z.strictObject({ type: z.literal('go'), to: cursor }),
])
export type Edit = z.infer<typeof edit>

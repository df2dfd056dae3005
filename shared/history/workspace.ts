import { z } from 'zod/mini'
import { command } from '../commands/command.ts'
import { book, type Book, type EntityKind, entitySchemas } from '../schema/book.ts'
import { id } from '../schema/values.ts'
import { entityKinds } from '../schema/vocabulary.ts'
import type { Change } from './changes.ts'

const changeOf = (kind: EntityKind) =>
  z.strictObject({
    kind: z.literal(kind),
    id,
    before: z.nullable(entitySchemas[kind]),
    after: z.nullable(entitySchemas[kind]),
  })

/** A change as it is read back from a file. */
const change: z.ZodMiniType<Change> = z.union(entityKinds.map(changeOf))

/** One edit that was made, with both sides of what it changed: it outlives the code that made it. */
export const historyStep = z.strictObject({
  sequence: z.int().check(z.minimum(1)),
  /** When it was made, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  label: z.string().check(z.maxLength(1000)),
  changes: z.array(change),
})
export type HistoryStep = z.infer<typeof historyStep>

/** The steps in order; those before the cursor are done, those behind it undone. */
const history = z.strictObject({ steps: z.array(historyStep), cursor: z.int().check(z.minimum(0)) })
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

import { z } from 'zod/mini'
import { limits } from '../schema/limits.ts'
import { id, instant, name } from '../schema/values.ts'

export const fileName = z.string().check(z.maxLength(limits.fileName))

/** Sentences for the person who reads the screen. */
export const sentences = z
  .array(z.string().check(z.maxLength(limits.sentence)))
  .check(z.maxLength(limits.sentences))

const stepLabel = z.string().check(z.maxLength(limits.stepLabel))

/** As many names of deals as a line takes. */
export const namesInALine = 5

/** A named state of the whole book, kept in it. */
export const keptVersion = z.strictObject({
  id,
  name,
  madeAt: instant,
  revision: z.int().check(z.minimum(0)),
  deals: z.int().check(z.minimum(0)),
})
export type KeptVersion = z.infer<typeof keptVersion>

/** What a backup, or any other file of a book, holds. */
export const contents = z.strictObject({
  bookName: name,
  revision: z.int().check(z.minimum(0)),
  deals: z.int().check(z.minimum(0)),
  /** Of the first of them, as many as a line takes. */
  dealNames: z.array(name).check(z.maxLength(namesInALine)),
  /** The last edit that can still be undone; null where there is none. */
  lastEdit: z.nullable(z.strictObject({ label: stepLabel, at: instant, sequence: z.int() })),
})
export type Contents = z.infer<typeof contents>

/** One backup, named by its file in a folder of the app's own. */
export const keptBackup = z.strictObject({
  fileName,
  madeAt: instant,
  bytes: z.int().check(z.minimum(0)),
  /** Null where the backup itself cannot be read. */
  contents: z.nullable(contents),
})
export type KeptBackup = z.infer<typeof keptBackup>

/** A book opened before. */
export const recentBook = z.strictObject({
  /** Its place in the list, by which it is asked for: paths never come from a page. */
  index: z.int().check(z.minimum(0)),
  fileName,
  folder: z.string().check(z.maxLength(limits.path)),
  isThere: z.boolean(),
  isOpen: z.boolean(),
})

/** What can be done about a book that cannot be opened. */
export const recovery = z.strictObject({
  fileName,
  /** The newest that is sound; null where there is none. */
  backup: z.nullable(keptBackup),
  /** The names of the edits made after it, newest first; null where the book no longer says. */
  lacking: z.nullable(z.array(stepLabel).check(z.maxLength(limits.sentences))),
  /** How many deals can still be read, and a sentence on each thing that cannot; null where nothing can be read. */
  salvage: z.nullable(z.strictObject({ deals: z.int(), missing: sentences })),
})
export type Recovery = z.infer<typeof recovery>

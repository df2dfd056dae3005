import { z } from 'zod/mini'

/** Characters of a picture as base64, and of one as SVG: many times what a chart takes. */
const largest = 16 * 1024 * 1024 - 65_536

/** A PNG as base64: the text of its signature, and of the zero its first length begins with. */
const png = z.string().check(z.maxLength(largest), z.regex(/^iVBORw0KGgoA[A-Za-z0-9+/]+={0,2}$/))
const svg = z.string().check(z.maxLength(largest), z.regex(/^<svg[\s>]/))
const name = z.string().check(z.minLength(1), z.maxLength(300))

/** A picture of a chart, and the name its file is to have unless a person chooses another. */
export const savedPicture = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('png'), name, content: png }),
  z.strictObject({ format: z.literal('svg'), name, content: svg }),
])
export type SavedPicture = z.infer<typeof savedPicture>

export const copiedPicture = z.strictObject({ png })

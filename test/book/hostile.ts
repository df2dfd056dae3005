import { hostileBytes } from './hostileBytes.ts'
import { hostileRows } from './hostileRows.ts'
import { hostileSchemas } from './hostileSchemas.ts'

/** Makes something else of a sound book; `next` gives a number from 0 to below another. */
export type Spoil = (path: string, next: (below: number) => number) => void

/** Every way in which a file may be no sound book, by its name. */
export const hostile: readonly (readonly [name: string, spoil: Spoil])[] = Object.entries({
  ...hostileBytes,
  ...hostileSchemas,
  ...hostileRows,
})

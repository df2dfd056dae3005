import { dealDocument } from './dealDocument.ts'

const has = (json: unknown, key: string): boolean =>
  typeof json === 'object' && json !== null && Object.hasOwn(json, key)

/** Whether JSON was meant as a whole book. */
export const isLikeBook = (json: unknown): boolean => has(json, 'offtake')

const dealKeys = Object.keys(dealDocument.shape)

const isLikeDeal = (json: unknown): boolean => dealKeys.some((key) => has(json, key))

/** Whether JSON was meant as a deal, or as a list of deals: an object with a term of one. */
export const isLikeDeals = (json: unknown): boolean =>
  Array.isArray(json) ? json.some(isLikeDeal) : isLikeDeal(json)

/** Whether a text that is not JSON was to be a document: it begins as an object, or a list of them, and names a term. */
export const beginsAsDocument = (text: string): boolean =>
  /^\s*(?:\[\s*)?\{\s*"/.test(text) && ['offtake', ...dealKeys].some((key) => text.includes(`"${key}"`))

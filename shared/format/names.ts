/** Names that people give, whatever they are written in. */

/**
 * The form in which names are compared and kept. Unicode writes é as one sign or as e and an accent, and both are the same
 * name: a file of a Mac has the other form than a keyboard.
 */
export const nameForm = (name: string): string => name.normalize('NFC')

/** Whether two names are the same, in whatever form of Unicode. */
export const isSameName = (a: string, b: string): boolean => nameForm(a) === nameForm(b)

/** Letters of the scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/

const isolate = '\u2068'
const endOfIsolate = '\u2069'

/**
 * A name as a part of a sentence: one written from right to left keeps its order, and leaves the digits and words beside
 * it where they are.
 */
export const inSentence = (name: string): string =>
  rightToLeft.test(name) ? isolate + name + endOfIsolate : name

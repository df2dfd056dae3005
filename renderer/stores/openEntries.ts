/** A field that holds text which is not in the book: it is being typed, or it was refused. */
export interface OpenEntry {
  /** The field's name in a sentence: `Monthly fee, Colossus`. */
  name: string
  /** Why its text was refused when it was last entered; null where it was not refused. */
  refusal: string | null
  field(): Element | null
  /** Enters the text; answers whether it was taken. The field itself shows why it was not. */
  commit(): boolean
  /** Enters the text and leaves the field either way: a refusal stays where it can be seen. */
  leave(): void
}

/** Each field, as it was drawn last. */
const entries = new Set<{ readonly current: OpenEntry }>()

/** Adds a field; answers with how to take it away. */
export function addOpenEntry(entry: { readonly current: OpenEntry }): () => void {
  entries.add(entry)
  return () => void entries.delete(entry)
}

/** The field that has the focus; leaving a field enters its text, so there is never another that was not entered yet. */
const focused = (): OpenEntry | undefined =>
  [...entries].find(({ current }) => current.field() === document.activeElement)?.current

/** Enters what is typed in the field that has the focus; answers whether it was taken, or that there was nothing. */
export const commitOpenEntry = (): boolean => focused()?.commit() ?? true

/** Enters what is typed in the field that has the focus, and leaves it whether it was taken or not. */
export const leaveOpenEntry = (): void => focused()?.leave()

/** The fields outside the term sheet whose text was refused and still stands in them. */
export const refusedEntries = (): OpenEntry[] =>
  [...entries].map(({ current }) => current).filter(({ refusal }) => refusal !== null)

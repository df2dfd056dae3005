import { isTerm, termById } from '../../shared/terms/catalog.ts'
import { useBook } from './book.ts'
import { commitOpenEntry, refusedEntries } from './openEntries.ts'
import { notify } from './notice.ts'
import { closeDialog, useView } from './view.ts'

/** The name of a cell in a sentence, `Monthly fee, Colossus`; null where its deal is no longer in the book. */
function nameOfCell(key: string): string | null {
  const space = key.lastIndexOf(' ')
  const deal = useBook.getState().workspace.book.deals[key.slice(0, space)]
  const termId = key.slice(space + 1)
  return deal && isTerm(termId) ? `${termById(termId).label}, ${deal.name}` : null
}

/** A sentence on each thing that was typed and is not in the book: refused entries, and sources that were not saved. */
function unentered(): string[] {
  const { drafts, typedEvidence } = useView.getState()
  const refused = Object.entries(drafts).map(([key, { text, problem }]) => ({
    name: nameOfCell(key),
    said: (name: string) => `“${text}” in ${name} was refused: ${problem}`,
  }))
  const unsaved = Object.keys(typedEvidence).map((key) => ({
    name: nameOfCell(key),
    said: (name: string) => `The source typed for ${name} is not saved.`,
  }))
  return [
    ...[...refused, ...unsaved].flatMap(({ name, said }) => (name === null ? [] : [said(name)])),
    ...refusedEntries().map(({ name, refusal }) => `${name} was refused: ${refusal}`),
  ]
}

/** Names the entries that are not in the book, in one or two sentences; null where all are. */
export function unenteredSentence(): string | null {
  const [first, ...others] = unentered()
  if (first === undefined) return null
  const more = others.length === 1 ? 'one more entry is' : `${others.length} more entries are`
  return others.length === 0 ? first : `${first} And ${more} not in the book.`
}

/** Whether anything that was typed would be lost with the window. Enters what is being typed, first. */
export const isAnythingUnentered = (): boolean => !commitOpenEntry() || unentered().length > 0

/** Goes on where everything typed is in the book; else says what is not and what becomes of it, and offers to go on. */
export function unlessUnentered(consequence: string, goOn: () => void): void {
  const sentence = unenteredSentence()
  if (sentence === null) return goOn()
  closeDialog()
  notify('error', `${sentence} ${consequence}`, { label: 'Go on without it', run: goOn })
}

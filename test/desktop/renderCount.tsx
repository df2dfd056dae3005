import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { cellsOf } from '../../renderer/stores/cells.ts'
import { TermRow } from '../../renderer/views/SectionRows.tsx'
import { apply } from '../../shared/commands/apply.ts'
import type { TermCommand } from '../../shared/commands/command.ts'
import { compare } from '../../shared/engine/compare.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import type { Book } from '../../shared/schema/book.ts'
import { termCatalog } from '../../shared/terms/catalog.ts'

declare global {
  interface Window {
    /** Makes an edit of the sample; answers how many cells of each deal were made anew for it. */
    cellsDrawnBy(command: TermCommand): Record<string, number>
    /** Makes an edit of the sample; answers which terms' rows were drawn for it. */
    rowsDrawnBy(command: TermCommand): string[]
  }
}

const drawn = new Map<string, number>()
const drawnRows = new Set<string>()

/** The catalogue, which notes for which deal it is asked what to show, and which row names itself: each does as it is drawn. */
const terms = termCatalog.map((term): typeof term => ({
  ...term,
  show(deal, style) {
    drawn.set(deal.deal.id, (drawn.get(deal.deal.id) ?? 0) + 1)
    return term.show(deal, style)
  },
  get label() {
    drawnRows.add(term.id)
    return term.label
  },
}))

const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const
const host = document.createElement('div')
document.body.append(host)
const root = createRoot(host)

function draw(book: Book): Record<string, number> {
  drawn.clear()
  drawnRows.clear()
  const { context, columns } = compare(book)
  flushSync(() =>
    root.render(
      <table>
        <tbody>
          {terms.map((term) => (
            <TermRow key={term.id} term={term} cells={cellsOf(term, columns, context.baseline, style)} />
          ))}
        </tbody>
      </table>,
    ),
  )
  return Object.fromEntries(drawn)
}

window.cellsDrawnBy = (command) => {
  const book = sampleBook()
  draw(book)
  const edited = apply(book, command)
  if (!edited.ok) throw new Error(edited.error.message)
  return draw(edited.value)
}

window.rowsDrawnBy = (command) => {
  window.cellsDrawnBy(command)
  return [...drawnRows]
}

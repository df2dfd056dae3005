import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { TermCells } from '../../renderer/views/TermCells.tsx'
import { apply } from '../../shared/commands/apply.ts'
import type { TermCommand } from '../../shared/commands/command.ts'
import { compare } from '../../shared/engine/compare.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import type { Book } from '../../shared/schema/book.ts'
import { termCatalog } from '../../shared/terms/catalog.ts'

declare global {
  interface Window {
    /** Makes an edit of the sample; answers how many cells of each deal were drawn for it. */
    cellsDrawnBy(command: TermCommand): Record<string, number>
  }
}

const drawn = new Map<string, number>()

/** The catalogue, which notes for which deal it is asked what to show: a cell asks once each time it is drawn. */
const terms = termCatalog.map((term): typeof term => ({
  ...term,
  show(deal, style) {
    drawn.set(deal.deal.id, (drawn.get(deal.deal.id) ?? 0) + 1)
    return term.show(deal, style)
  },
}))

const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const
const host = document.createElement('div')
document.body.append(host)
const root = createRoot(host)

function draw(book: Book): Record<string, number> {
  drawn.clear()
  const { context, columns } = compare(book)
  flushSync(() =>
    root.render(
      <table>
        <tbody>
          {terms.map((term) => (
            <tr key={term.id}>
              <TermCells term={term} context={context} columns={columns} style={style} />
            </tr>
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

import { figureCatalog } from '../../shared/tables/figureCatalog.ts'
import { figureCell } from '../../shared/tables/figures.ts'
import { comparisonOf } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import { useNumberStyle, usePreferences } from '../stores/preferences.ts'
import { useView } from '../stores/view.ts'
import { useAfterPaint } from '../components/useFrames.ts'

/**
 * What the first figure of the headline has come to, for those who hear the screen: it is read out as an edit changes it,
 * and as the keyboard goes to another deal.
 */
export function Announcement() {
  const book = useAfterPaint(useBook((state) => state.workspace.book))
  const [first] = usePreferences(({ headline }) => headline)
  const activeDeal = useView((view) => view.active?.dealId)
  const style = useNumberStyle()
  const definition = figureCatalog.find(({ id }) => id === first)
  return (
    <p role="status" className="visually-hidden">
      {book !== null && definition && activeDeal !== undefined && words()}
    </p>
  )

  function words(): string {
    const { context, columns } = comparisonOf(book!)
    const column = columns.findIndex(({ terms }) => terms.deal.id === activeDeal)
    if (column < 0) return ''
    const { text } = figureCell(definition!, { context, columns, style }, column)
    return `${columns[column]!.terms.deal.name}: ${definition!.label(context)} ${text}`
  }
}

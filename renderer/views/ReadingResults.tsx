import { apply } from '../../shared/commands/apply.ts'
import type { Book } from '../../shared/schema/book.ts'
import type { Evidence } from '../../shared/schema/deal.ts'
import { figureCatalog } from '../../shared/tables/figureCatalog.ts'
import { figureCell, type FigureSource } from '../../shared/tables/figures.ts'
import { comparisonOf } from '../stores/comparison.ts'
import { useNumberStyle, usePreferences } from '../stores/preferences.ts'
import styles from './EvidencePopover.module.css'

const mostRows = 6

/** What a deal comes to on the reading in force and on the other one: the figures that differ, those of the headline first. */
export function ReadingResults({ book, entry }: { book: Book; entry: Evidence }) {
  const style = useNumberStyle()
  const headline = usePreferences((preferences) => preferences.headline)
  const switched = apply(book, { type: 'evidence.switch', evidenceId: entry.id })
  if (!switched.ok) return null
  const [now, other] = [book, switched.value].map((each) =>
    sideOf({ ...comparisonOf(each), style }, entry.dealId),
  )
  const rows = figureCatalog
    .map((definition) => ({ definition, now: now!(definition), other: other!(definition) }))
    .filter((row) => row.now !== row.other)
    .toSorted((a, b) => place(headline, a.definition.id) - place(headline, b.definition.id))
  if (rows.length === 0)
    return <p className={styles['unchanged']}>No figure of the deal differs between the two.</p>
  const { context } = comparisonOf(book)
  return (
    <table className={styles['results']} aria-label="Both readings">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Now</th>
          <th scope="col">Other reading</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, mostRows).map(({ definition, ...sides }) => (
          <tr key={definition.id} data-reading={definition.id}>
            <th scope="row">{definition.label(context)}</th>
            <td>{sides.now}</td>
            <td>{sides.other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const sideOf = (source: FigureSource, dealId: string) => {
  const column = source.columns.findIndex(({ terms }) => terms.deal.id === dealId)
  return (definition: (typeof figureCatalog)[number]): string =>
    column < 0 ? '' : figureCell(definition, source, column).text
}

const place = (headline: readonly string[], id: string): number => {
  const found = headline.indexOf(id)
  return found < 0 ? headline.length : found
}

import { influences } from '../../shared/explain/influence.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import { formatQuantity } from '../../shared/tables/quantity.ts'
import { goTo } from '../commands/dealParts.ts'
import styles from './ExplainPanel.module.css'

const strongest = 5

interface ExplainInfluencesProps {
  figureId: string
  dealId: string
  book: Book
  style: NumberStyle
}

/** The numbers of the deal that would change a figure most. */
export function ExplainInfluences({ figureId, dealId, book, style }: ExplainInfluencesProps) {
  const found = influences(figureId, book, dealId, strongest)
  if (found.length === 0) return null
  return (
    <section>
      <h4>What would change it most, were it a tenth more</h4>
      <dl className={styles['list']}>
        {found.map(({ term, change }) => (
          <div key={term.id}>
            <dt>
              <button
                type="button"
                className={styles['link']}
                aria-label={`${term.label}, a tenth more: go to the cell`}
                onClick={() => goTo({ dealId, termId: term.id })}
              >
                {term.label}
              </button>
            </dt>
            <dd>{formatQuantity(change, style, true)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

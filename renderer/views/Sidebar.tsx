import { memo } from 'react'
import type { Deal } from '../../shared/schema/deal.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { onDeal, runCommand } from '../commands/registry.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { focusCell } from '../editors/movement.ts'
import { dealMark } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { DealMenu } from './DealMenu.tsx'
import { useRowsInView } from './useRowsInView.ts'
import styles from './Sidebar.module.css'

/** From so many deals on, only those in view are drawn, each in a row of this height in pixels, as in the style sheet. */
const longList = 200
const rowHeight = 36

/** The deals of the book: which stand side by side, in which order, and which is the baseline. */
export function Sidebar() {
  const book = useBook((state) => state.workspace.book)
  const deals = dealsInOrder(book)
  const { first, end, onScroll } = useRowsInView(deals.length, rowHeight)
  const isLong = deals.length >= longList
  const drawn = isLong ? deals.slice(first, end) : deals
  return (
    <nav className={styles['sidebar']} aria-label="Deals" onScroll={onScroll}>
      <h2>Deals</h2>
      <ul
        className={isLong ? styles['long'] : undefined}
        style={isLong ? { height: deals.length * rowHeight } : undefined}
      >
        {drawn.map((deal, i) => (
          <DealItem
            key={deal.id}
            deal={deal}
            isBaseline={settingsOf(book).baselineId === deal.id}
            colour={dealMark(book, deal.id).colour}
            top={isLong ? (first + i) * rowHeight : null}
          />
        ))}
      </ul>
      <button type="button" className={controls['button']} onClick={() => runCommand('deal.add')}>
        New deal <span className={controls['shortcut']}>{shownShortcut('Mod+N')}</span>
      </button>
    </nav>
  )
}

const DealItem = memo(function DealItem({
  deal,
  isBaseline,
  colour,
  top,
}: {
  deal: Deal
  isBaseline: boolean
  colour: number
  /** Where it stands in a list of which only a part is drawn. */
  top: number | null
}) {
  const isSelected = useView((view) => view.active?.dealId === deal.id)
  return (
    <li
      className={`${styles['item']} ${isSelected ? styles['selected'] : ''}`}
      style={top === null ? undefined : { top }}
      data-deal={deal.id}
    >
      <input
        type="checkbox"
        checked={deal.shown}
        disabled={isBaseline}
        aria-label={`Show ${deal.name}`}
        style={{ accentColor: `var(--deal-${colour})` }}
        onChange={(event) => onDeal.show(deal.id, event.target.checked)}
      />
      <button
        type="button"
        className={styles['name']}
        title={deal.name}
        onClick={() => deal.shown && focusCell({ dealId: deal.id, termId: 'name' })}
      >
        <span>{deal.name}</span>
        {isBaseline && <small>baseline</small>}
      </button>
      <DealMenu dealId={deal.id} name={deal.name} />
    </li>
  )
})

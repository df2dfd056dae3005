import { useDeferredValue, useState } from 'react'
import type { Deal } from '../../shared/schema/deal.ts'
import { dealsFound } from '../../shared/schema/dealSearch.ts'
import { limits } from '../../shared/schema/limits.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { runCommand } from '../commands/registry.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { Icon } from '../components/Icon.tsx'
import { Menu } from '../components/Menu.tsx'
import { dealMark } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { DealItem } from './DealItem.tsx'
import { useRowsInView } from './useRowsInView.ts'
import styles from './Sidebar.module.css'

/** From so many deals on, only those in view are drawn, each in a row of this height in pixels, as in the style sheet. */
const longList = 200
const rowHeight = 42

/** The deals of the book: which stand side by side, in which order, and which is the baseline. */
export function Sidebar() {
  // Not the book: an edit of a deal's terms changes nothing in the list.
  const deals = useBook((state) => state.workspace.book.deals)
  const settings = useBook((state) => state.workspace.book.settings)
  const hasArchive = useView((view) => view.hasArchive)
  const [query, setQuery] = useState('')
  const sought = useDeferredValue(query)
  const all = dealsInOrder({ deals })
  const archived = all.reduce((count, deal) => count + Number(deal.archived), 0)
  const found = dealsFound(hasArchive ? all : all.filter((deal) => !deal.archived), sought)
  const { first, end, onScroll } = useRowsInView(found.length, rowHeight)
  const isLong = found.length >= longList
  const drawn = isLong ? found.slice(first, end) : found
  return (
    <nav className={styles['sidebar']} aria-label="Deals">
      <search className={styles['search']}>
        <input
          type="search"
          className={controls['field']}
          placeholder="Find a deal or a tag"
          aria-label="Find a deal by name, party, status or tag"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </search>
      <div className={styles['list']} onScroll={onScroll}>
        <ul
          className={isLong ? styles['long'] : undefined}
          style={isLong ? { height: found.length * rowHeight } : undefined}
        >
          {drawn.map((deal, i) => (
            <DealItem
              key={deal.id}
              deal={deal}
              isBaseline={settingsOf({ settings }).baselineId === deal.id}
              colour={dealMark({ deals, settings }, deal.id).colour}
              top={isLong ? (first + i) * rowHeight : null}
            />
          ))}
        </ul>
        <p className={styles['count']} role="status">
          {sought.trim() === '' ? beyondWords(all) : foundWords(found.length)}
        </p>
        {archived > 0 && (
          <button
            type="button"
            className={`${controls['quiet']} ${styles['archive']}`}
            aria-pressed={hasArchive}
            onClick={() => useView.setState({ hasArchive: !hasArchive })}
          >
            {hasArchive ? 'Leave out what is archived' : `Archived (${archived})`}
          </button>
        )}
      </div>
      <NewDeal />
    </nav>
  )
}

/** How many deals are shown, where a book written elsewhere shows more than fit side by side. */
function beyondWords(deals: readonly Deal[]): string | null {
  const shown = deals.filter((deal) => deal.shown).length
  return shown > limits.shownDeals
    ? `${shown} deals are shown; ${limits.shownDeals} fit side by side. Hide ${shown - limits.shownDeals}.`
    : null
}

function foundWords(count: number): string {
  if (count === 0) return 'No deal has these words.'
  return count === 1 ? '1 deal found' : `${count} deals found`
}

const templates = [
  { id: 'deal.add', label: 'Blank lease' },
  { id: 'deal.add.ramped', label: 'Ramped lease' },
  { id: 'deal.add.prepaid', label: 'Prepaid lease' },
  { id: 'deal.add.takeOrPay', label: 'Take-or-pay' },
  { id: 'deal.add.colocation', label: 'Colocation' },
]

/** A blank deal, or one from a template. */
function NewDeal() {
  return (
    <div className={styles['new']}>
      <button type="button" className={controls['button']} onClick={() => runCommand('deal.add')}>
        New deal <span className={controls['shortcut']}>{shownShortcut('Mod+N')}</span>
      </button>
      <Menu
        trigger={
          <button
            type="button"
            className={`${controls['button']} ${controls['icon']}`}
            aria-label="From a template"
            title="From a template"
          >
            <Icon name="open" />
          </button>
        }
        entries={() => templates.map(({ id, label }) => ({ label, run: () => runCommand(id) }))}
      />
    </div>
  )
}

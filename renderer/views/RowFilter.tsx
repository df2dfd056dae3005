import { type TermFilter, termFilters } from '../../shared/terms/filter.ts'
import { runCommand } from '../commands/registry.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { Choice } from '../components/Choice.tsx'
import { filterRows } from '../stores/rows.ts'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import styles from './TermSheet.module.css'

const words: Readonly<Record<TermFilter, string>> = {
  said: 'Terms said',
  every: 'Every term',
  differences: 'Differences',
  unsupported: 'Not stated by a source',
}
const options = termFilters.map((id) => ({ id, label: words[id] }))

/** Over the labels: which terms have a row. */
export function RowFilter() {
  const filter = useView((view) => view.filter)
  return (
    <Choice
      label="Rows"
      value={filter}
      options={options}
      onChoose={filterRows}
      className={`${controls['quiet']} ${styles['filter']} ${filter === 'said' ? '' : styles['filtered']}`}
    />
  )
}

/** The end of the sheet: what has no row, and how it gets one. */
export function RowsLeftOut({
  filter,
  isEmpty,
  hasBaseline,
}: {
  filter: TermFilter
  isEmpty: boolean
  hasBaseline: boolean
}) {
  const isNarrow = filter === 'differences' || filter === 'unsupported'
  return (
    <div className={styles['end']}>
      {isEmpty && <p>{emptyWords(filter, hasBaseline)}</p>}
      {isNarrow ? (
        <button type="button" className={controls['quiet']} onClick={() => filterRows('said')}>
          Show all that is said
        </button>
      ) : (
        <button type="button" className={controls['quiet']} onClick={() => runCommand('sheet.silentTerms')}>
          {filter === 'every' ? 'Show only what is said' : 'Show every term'}
          <span className={controls['shortcut']}>{shownShortcut('Mod+Shift+E')}</span>
        </button>
      )}
    </div>
  )
}

function emptyWords(filter: TermFilter, hasBaseline: boolean): string {
  switch (filter) {
    case 'differences':
      return hasBaseline
        ? 'No deal that is shown differs from the baseline in any term.'
        : 'This book has no baseline to differ from.'
    case 'unsupported':
      return 'Everything the deals say is stated by a source.'
    case 'said':
    case 'every':
      return 'The deals say nothing yet.'
  }
}

import { memo, useRef } from 'react'
import type { DealFigures, EvaluationContext } from '../../shared/engine/figures.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { partTableOf } from '../../shared/terms/partTables.ts'
import { type TermGroup, termGroups } from '../../shared/terms/term.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { Icon } from '../components/Icon.tsx'
import { partsId, sectionId } from '../editors/movement.ts'
import { fold, type Section } from '../stores/rows.ts'
import { useView } from '../stores/view.ts'
import { TermCells } from './TermCells.tsx'
import styles from './TermSheet.module.css'

interface PartsCellProps {
  group: TermGroup
  terms: DealTerms
  isFrozen: boolean
}

/** How many tranches or charges a deal has; pressed, all of them side by side. */
const PartsCell = memo(function PartsCell({ group, terms, isFrozen }: PartsCellProps) {
  const table = partTableOf(group)
  const address = { group, dealId: terms.deal.id }
  // A press closes what is open, as every press beside it does; it is not to open it again.
  const wasOpen = useRef(false)
  const isOpen = useView(({ parts }) => parts?.group === group && parts.dealId === terms.deal.id)
  return (
    <td className={isFrozen ? styles['frozen'] : undefined}>
      {table && (
        <button
          type="button"
          id={partsId(address)}
          tabIndex={-1}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-label={`${table.summary(terms)}, ${terms.deal.name}: ${table.title}`}
          title={`${table.title}, side by side (${shownShortcut('Alt+Enter')})`}
          onPointerDown={() => (wasOpen.current = isOpen)}
          onClick={() => {
            if (!wasOpen.current) useView.setState({ parts: address })
            wasOpen.current = false
          }}
        >
          {table.summary(terms)}
          <Icon name="open" />
        </button>
      )}
    </td>
  )
})

interface SectionRowsProps {
  section: Section
  context: EvaluationContext
  columns: readonly DealFigures[]
  style: NumberStyle
}

/** A section of the sheet: its heading, which folds it, and its terms. The arrow keys reach the heading; Tab passes it by. */
export function SectionRows({
  section: { group, rows, isFolded },
  context,
  columns,
  style,
}: SectionRowsProps) {
  return (
    <tbody>
      <tr className={styles['section']}>
        <th scope="rowgroup">
          <button
            type="button"
            id={sectionId(group)}
            tabIndex={-1}
            data-section={group}
            aria-expanded={!isFolded}
            onClick={() => fold(group, !isFolded)}
          >
            <Icon name={isFolded ? 'folded' : 'open'} />
            {termGroups[group]}
            {isFolded && <small>{rows.length === 1 ? '1 term' : `${rows.length} terms`}</small>}
          </button>
        </th>
        {columns.map(({ terms }) => (
          <PartsCell key={terms.deal.id} group={group} terms={terms} isFrozen={terms === context.baseline} />
        ))}
      </tr>
      {!isFolded &&
        rows.map((term) => (
          <tr key={term.id}>
            <th scope="row" className={styles['label']} title={term.help}>
              {term.label}
            </th>
            <TermCells term={term} context={context} columns={columns} style={style} />
          </tr>
        ))}
    </tbody>
  )
}

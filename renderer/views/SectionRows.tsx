import type { DealFigures, EvaluationContext } from '../../shared/engine/figures.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { termGroups } from '../../shared/terms/term.ts'
import { Icon } from '../components/Icon.tsx'
import { sectionId } from '../editors/movement.ts'
import { fold, type Section } from '../stores/rows.ts'
import { TermCells } from './TermCells.tsx'
import styles from './TermSheet.module.css'

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
        <th scope="rowgroup" colSpan={columns.length + 1}>
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

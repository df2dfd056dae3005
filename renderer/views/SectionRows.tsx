import { memo, useRef } from 'react'
import type { EvaluationContext } from '../../shared/engine/context.ts'
import type { DealFigures } from '../../shared/engine/figures.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { termCatalog } from '../../shared/terms/catalog.ts'
import { partTableOf } from '../../shared/terms/partTables.ts'
import { type Term, type TermGroup, termGroups } from '../../shared/terms/term.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { Icon } from '../components/Icon.tsx'
import { partsId, sectionId } from '../editors/movement.ts'
import { cellsOf, type HeadingCell, headingOf, type SheetCell } from '../stores/cells.ts'
import { fold, type Section } from '../stores/rows.ts'
import { useView } from '../stores/view.ts'
import { TermCells } from './TermCells.tsx'
import styles from './TermSheet.module.css'

interface PartsProps {
  group: TermGroup
  dealId: string
  dealName: string
  summary: string
}

/** How many tranches or charges a deal has; pressed, all of them side by side. */
function Parts({ group, dealId, dealName, summary }: PartsProps) {
  const title = partTableOf(group)!.title
  const address = { group, dealId }
  // A press closes what is open, as every press beside it does; it is not to open it again.
  const wasOpen = useRef(false)
  const isOpen = useView(({ parts }) => parts?.group === group && parts.dealId === dealId)
  return (
    <button
      type="button"
      id={partsId(address)}
      tabIndex={-1}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-label={`${summary}, ${dealName}: ${title}`}
      title={`${title}, side by side (${shownShortcut('Alt+Enter')})`}
      onPointerDown={() => (wasOpen.current = isOpen)}
      onClick={() => {
        if (!wasOpen.current) useView.setState({ parts: address })
        wasOpen.current = false
      }}
    >
      {summary}
    </button>
  )
}

interface HeadingProps {
  group: TermGroup
  rowCount: number
  isFolded: boolean
  cells: readonly HeadingCell[]
}

/** The heading of a section, which folds it. The arrow keys reach it; Tab passes it by. */
const Heading = memo(function Heading({ group, rowCount, isFolded, cells }: HeadingProps) {
  return (
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
          {isFolded && <small>{rowCount === 1 ? '1 term' : `${rowCount} terms`}</small>}
        </button>
      </th>
      {cells.map(({ dealId, dealName, isBaseline, summary }) => (
        <td key={dealId} className={isBaseline ? styles['frozen'] : undefined}>
          {summary !== null && <Parts group={group} dealId={dealId} dealName={dealName} summary={summary} />}
        </td>
      ))}
    </tr>
  )
})

/** A term of the sheet, drawn again where a cell of it says something else. It lies over those below it, for what opens in it. */
export const TermRow = memo(function TermRow({ term, cells }: { term: Term; cells: readonly SheetCell[] }) {
  return (
    <tr className={styles['row']} style={{ zIndex: termCatalog.length - termCatalog.indexOf(term) }}>
      <th scope="row" className={styles['label']} title={term.help}>
        {term.label}
      </th>
      <TermCells term={term} cells={cells} />
    </tr>
  )
})

interface SectionRowsProps {
  section: Section
  context: EvaluationContext
  columns: readonly DealFigures[]
  style: NumberStyle
}

/** A section of the sheet: its heading and its terms. */
export function SectionRows({
  section: { group, rows, isFolded },
  context: { baseline },
  columns,
  style,
}: SectionRowsProps) {
  return (
    <tbody>
      <Heading
        group={group}
        rowCount={rows.length}
        isFolded={isFolded}
        cells={headingOf(group, columns, baseline)}
      />
      {!isFolded &&
        rows.map((term) => (
          <TermRow key={term.id} term={term} cells={cellsOf(term, columns, baseline, style)} />
        ))}
    </tbody>
  )
}

import { type CSSProperties, memo, type RefObject, useEffect } from 'react'
import type { EvaluationContext } from '../../shared/engine/context.ts'
import type { DealFigures } from '../../shared/engine/figures.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { differingTerms, termById } from '../../shared/terms/catalog.ts'
import { copyCells, cutCells, pasteCells } from '../editors/cellClipboard.ts'
import { keepKeyboard } from '../editors/movement.ts'
import { onSheetKey } from '../editors/sheetKeys.ts'
import { onSheetClick, onSheetDoubleClick, onSheetFocus, onSheetPress } from '../editors/sheetPointer.ts'
import { dealMark } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import { cellsOf } from '../stores/cells.ts'
import { type Section, sheetOf } from '../stores/rows.ts'
import { selectionWords } from '../stores/selection.ts'
import { useView } from '../stores/view.ts'
import { DealMenu } from './DealMenu.tsx'
import { FindTerm } from './FindTerm.tsx'
import { RowFilter, RowsLeftOut } from './RowFilter.tsx'
import { SectionRows } from './SectionRows.tsx'
import { TermCells } from './TermCells.tsx'
import { useSideways } from '../components/useSideways.ts'
import { windowHeight } from './windowHeight.ts'
import styles from './TermSheet.module.css'

interface TermSheetProps {
  context: EvaluationContext
  columns: readonly DealFigures[]
  style: NumberStyle
  scroller: RefObject<HTMLDivElement | null>
  onScroll(): void
}

const name = termById('name')

/** The sections that fill half a window, in which the sheet begins. */
function firstOf(sections: readonly Section[]): readonly Section[] {
  const rowHeight = 26
  let height = 0
  return sections.filter(({ rows, isFolded }) => {
    const isInView = height < windowHeight() / 2
    height += ((isFolded ? 0 : rows.length) + 1) * rowHeight
    return isInView
  })
}

/**
 * The terms of the deals side by side, the baseline first; every cell edits in place. The sheet hears the events of its
 * cells: hundreds of them need no listeners of their own.
 */
export function TermSheet({ context, columns, style, scroller, onScroll }: TermSheetProps) {
  const { baseline } = context
  const filter = useView((view) => view.filter)
  const folded = useView((view) => view.folded)
  const isPainted = useView((view) => view.isPainted)
  const { sections } = sheetOf(columns, baseline, filter, folded)
  useSideways(scroller)
  useEffect(() => {
    if (isPainted) keepKeyboard()
  })
  return (
    <div className={styles['scroller']} ref={scroller} onScroll={onScroll} data-testid="term-sheet">
      <table
        className={styles['table']}
        role="grid"
        aria-label="Term sheet"
        aria-multiselectable
        style={columnCount(columns.length)}
        onKeyDown={onSheetKey}
        onFocus={onSheetFocus}
        onPointerDown={onSheetPress}
        onClick={onSheetClick}
        onDoubleClick={onSheetDoubleClick}
        onCopy={copyCells}
        onCut={cutCells}
        onPaste={pasteCells}
      >
        <ColumnWidths count={columns.length} />
        <thead>
          <tr>
            <td className={`${styles['label']} ${styles['corner']}`}>
              <RowFilter />
            </td>
            <TermCells term={name} cells={cellsOf(name, columns, baseline, style)} isHeader />
          </tr>
          <tr className={styles['subhead']}>
            <td className={`${styles['label']} ${styles['corner']}`}>
              <FindTerm />
            </td>
            {columns.map(({ terms }) => (
              <ColumnNote
                key={terms.deal.id}
                dealId={terms.deal.id}
                name={terms.deal.name}
                differing={
                  baseline === null || terms === baseline ? null : differingTerms(terms, baseline).length
                }
              />
            ))}
          </tr>
        </thead>
        {(isPainted ? sections : firstOf(sections)).map((section) => (
          <SectionRows
            key={section.group}
            section={section}
            context={context}
            columns={columns}
            style={style}
          />
        ))}
      </table>
      <RowsLeftOut filter={filter} isEmpty={sections.length === 0} hasBaseline={baseline !== null} />
      <SelectionWords />
    </div>
  )
}

/** How much is selected, said once the keys or the pointer rest. */
function SelectionWords() {
  const words = useView((view) => selectionWords(view.range))
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="selection">
      {words}
    </p>
  )
}

/** How many deals stand side by side, for the style sheet. */
export const columnCount = (count: number): CSSProperties => ({ ['--columns' as string]: count })

export function ColumnWidths({ count }: { count: number }) {
  return (
    <colgroup>
      <col className={styles['labelColumn']} />
      {Array.from({ length: count }, (_, index) => (
        <col key={index} />
      ))}
    </colgroup>
  )
}

interface ColumnNoteProps {
  dealId: string
  name: string
  /** How many terms differ from the baseline's; null for the baseline. */
  differing: number | null
}

/** Under a deal's name: how it stands to the baseline, and what can be done with it. */
const ColumnNote = memo(function ColumnNote({ dealId, name, differing }: ColumnNoteProps) {
  const colour = useBook((state) => dealMark(state.workspace.book, dealId).colour)
  return (
    <td className={differing === null ? styles['frozen'] : undefined} data-column={dealId}>
      <div className={styles['note']} style={{ borderTopColor: `var(--deal-${colour})` }}>
        <span>{noteOn(differing)}</span>
        <DealMenu dealId={dealId} name={name} />
      </div>
    </td>
  )
})

function noteOn(differing: number | null): string {
  if (differing === null) return 'baseline'
  if (differing === 0) return 'same terms'
  return differing === 1 ? '1 term differs' : `${differing} terms differ`
}

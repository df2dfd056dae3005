import { type CSSProperties, memo, type RefObject, useEffect } from 'react'
import type { DealFigures, EvaluationContext } from '../../shared/engine/figures.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { differingTerms, termById, termsThatApply } from '../../shared/terms/catalog.ts'
import { type Term, type TermGroup, termGroups } from '../../shared/terms/term.ts'
import { runCommand } from '../commands/registry.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { keepKeyboard } from '../editors/movement.ts'
import { dealMark } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { DealMenu } from './DealMenu.tsx'
import { TermCells } from './TermCells.tsx'
import { useSideways } from './useSideways.ts'
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

interface Group {
  group: TermGroup
  rows: Term[]
}

function groupsOf(columns: readonly DealFigures[], hasSilentTerms: boolean): Group[] {
  const rows = termsThatApply(
    columns.map(({ terms }) => terms),
    hasSilentTerms,
  )
  return (Object.keys(termGroups) as TermGroup[])
    .map((group) => ({ group, rows: rows.filter((term) => term.group === group && term !== name) }))
    .filter(({ rows: own }) => own.length > 0)
}

/** The groups that fill half a window, in which the sheet begins. */
function firstOf(groups: readonly Group[]): Group[] {
  const rowHeight = 26
  let height = 0
  return groups.filter(({ rows }) => {
    const isInView = height < windowHeight() / 2
    height += (rows.length + 1) * rowHeight
    return isInView
  })
}

/** The terms of the deals side by side, the baseline first; every cell edits in place. */
export function TermSheet({ context, columns, style, scroller, onScroll }: TermSheetProps) {
  const { baseline } = context
  const hasSilentTerms = useView((view) => view.hasSilentTerms)
  const isPainted = useView((view) => view.isPainted)
  const groups = groupsOf(columns, hasSilentTerms)
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
        style={columnCount(columns.length)}
      >
        <ColumnWidths count={columns.length} />
        <thead>
          <tr>
            <th className={`${styles['label']} ${styles['corner']}`} scope="col">
              <span className="visually-hidden">Term</span>
            </th>
            <TermCells term={name} context={context} columns={columns} style={style} isHeader />
          </tr>
          <tr className={styles['subhead']}>
            <td className={styles['label']} />
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
        {(isPainted ? groups : firstOf(groups)).map(({ group, rows }) => (
          <tbody key={group}>
            <tr className={styles['section']}>
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <span>{termGroups[group]}</span>
              </th>
            </tr>
            {rows.map((term) => (
              <tr key={term.id}>
                <th scope="row" className={styles['label']} title={term.help}>
                  {term.label}
                </th>
                <TermCells term={term} context={context} columns={columns} style={style} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <SilentTerms isShown={hasSilentTerms} />
    </div>
  )
}

/** The end of the sheet: what no deal speaks of has a row only where it is asked for. */
function SilentTerms({ isShown }: { isShown: boolean }) {
  return (
    <button
      type="button"
      className={`${controls['quiet']} ${styles['silentTerms']}`}
      onClick={() => runCommand('sheet.silentTerms')}
    >
      {isShown ? 'Show only what is said' : 'Show every term'}
      <span className={controls['shortcut']}>{shownShortcut('Mod+Shift+E')}</span>
    </button>
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

import type { RefObject } from 'react'
import type { DealFigures, EvaluationContext } from '../../shared/engine/evaluate.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { differingTerms, termById, termCatalog } from '../../shared/terms/catalog.ts'
import { type TermGroup, termGroups } from '../../shared/terms/term.ts'
import { dealMark } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import { DealMenu } from './DealMenu.tsx'
import { TermCell } from './TermCell.tsx'
import styles from './TermSheet.module.css'

interface TermSheetProps {
  context: EvaluationContext
  columns: readonly DealFigures[]
  style: NumberStyle
  scroller: RefObject<HTMLDivElement | null>
  onScroll(): void
}

const name = termById('name')
const groups = (Object.keys(termGroups) as TermGroup[]).map((group) => ({
  group,
  rows: termCatalog.filter((term) => term.group === group && term !== name),
}))

/** The terms of the deals side by side, the baseline first; every cell edits in place. */
export function TermSheet({ context, columns, style, scroller, onScroll }: TermSheetProps) {
  const { baseline } = context
  return (
    <div className={styles['scroller']} ref={scroller} onScroll={onScroll} data-testid="term-sheet">
      <table className={styles['table']} role="grid" aria-label="Term sheet">
        <ColumnWidths count={columns.length} />
        <thead>
          <tr>
            <th className={`${styles['label']} ${styles['corner']}`} scope="col">
              <span className="visually-hidden">Term</span>
            </th>
            {columns.map(({ terms }, index) => (
              <TermCell
                key={terms.deal.id}
                term={name}
                terms={terms}
                baseline={baseline}
                style={style}
                isEntry={index === 0}
                isFrozen={terms === baseline}
                isHeader
              />
            ))}
          </tr>
          <tr className={styles['subhead']}>
            <td className={styles['label']} />
            {columns.map((figures) => (
              <ColumnNote key={figures.terms.deal.id} figures={figures} context={context} />
            ))}
          </tr>
        </thead>
        {groups.map(({ group, rows }) => (
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
                {columns.map(({ terms }) => (
                  <TermCell
                    key={terms.deal.id}
                    term={term}
                    terms={terms}
                    baseline={terms === baseline ? null : baseline}
                    style={style}
                    isEntry={false}
                    isFrozen={terms === baseline}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

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

function ColumnNote({
  figures: { terms },
  context: { baseline },
}: {
  figures: DealFigures
  context: EvaluationContext
}) {
  const mark = useBook((state) => dealMark(state.workspace.book, terms.deal.id).colour)
  const count = baseline && terms !== baseline ? differingTerms(terms, baseline).length : 0
  const note =
    terms === baseline
      ? 'baseline'
      : count === 0
        ? 'same terms'
        : `${count} term${count === 1 ? '' : 's'} differ${count === 1 ? 's' : ''}`
  return (
    <td className={terms === baseline ? styles['frozen'] : undefined}>
      <div className={styles['note']} style={{ borderTopColor: `var(--deal-${mark})` }}>
        <span>{note}</span>
        <DealMenu dealId={terms.deal.id} name={terms.deal.name} />
      </div>
    </td>
  )
}

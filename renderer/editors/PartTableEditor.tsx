import { useRef, useState } from 'react'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { limits } from '../../shared/schema/limits.ts'
import { partShares } from '../../shared/tables/partShares.ts'
import { type Part, partRows, type PartTable } from '../../shared/terms/partTables.ts'
import { newCharge, newTranche } from '../commands/dealParts.ts'
import { Icon } from '../components/Icon.tsx'
import { edit } from '../stores/book.ts'
import controls from '../styles/controls.module.css'
import { MonthlyPreview } from './MonthlyPreview.tsx'
import { PartField } from './PartField.tsx'
import styles from './parts.module.css'
import { TableFrame } from './TableFrame.tsx'
import { useFocusOnAdded } from './useFocusOnAdded.ts'

interface PartTableEditorProps {
  table: PartTable
  terms: DealTerms
  style: NumberStyle
}

/** How a part is added and taken away; the rights of the two parties are always two. */
const makers = {
  tranches: {
    add: 'Add a tranche',
    most: limits.tranches,
    make: newTranche,
    remove: (trancheId: string) => edit({ type: 'tranche.remove', trancheId }),
  },
  charges: {
    add: 'Add a charge',
    most: limits.charges,
    make: newCharge,
    remove: (chargeId: string) => edit({ type: 'charge.remove', chargeId }),
  },
  rights: null,
}

/** The parts of a deal, a column each under a drawing of what it comes to; each field is an edit of its own. */
export function PartTableEditor({ table, terms, style }: PartTableEditorProps) {
  const parts = table.parts(terms)
  const maker = makers[table.id]
  const schedule = scheduleOf(terms)
  const [problem, setProblem] = useState<string | null>(null)
  const done = (made: ReturnType<typeof edit>) => setProblem(made.ok ? null : made.error.message)
  const head = useRef<HTMLTableRowElement>(null)
  const focusAdded = useFocusOnAdded(() => head.current?.lastElementChild)

  function add(): void {
    const made = maker?.make(terms.deal.id)
    if (!made) return
    focusAdded(made.ok)
    done(made)
  }

  return (
    <TableFrame
      title={`${table.title}, ${terms.deal.name}`}
      problem={problem}
      foot={
        maker &&
        parts.length < maker.most && (
          <button type="button" className={controls['button']} onClick={add}>
            {maker.add}
          </button>
        )
      }
    >
      <div className={styles['scroller']}>
        <table className={styles['table']}>
          <colgroup>
            <col className={styles['labels']} />
            {parts.map(({ id }) => (
              <col key={id} className={styles['part']} />
            ))}
          </colgroup>
          <thead>
            <tr ref={head}>
              <td />
              {parts.map((part) => (
                <th key={part.id} scope="col">
                  <Head
                    part={part}
                    terms={terms}
                    style={style}
                    onRemove={maker && parts.length > 1 ? () => done(maker.remove(part.id)) : null}
                    onEntered={setProblem}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{table.drawn}</th>
              {parts.map(({ id }, place) => (
                <td key={id} className={styles['preview']}>
                  <MonthlyPreview schedule={schedule} shares={partShares(table.id, schedule, place)} />
                </td>
              ))}
            </tr>
            {partRows(parts, terms).map(({ label, help, terms: row }) => (
              <tr key={label}>
                <th scope="row" title={help}>
                  {label}
                </th>
                {row.map((term, place) => (
                  <td key={parts[place]!.id}>
                    <PartField
                      term={term}
                      label={`${label}, ${parts[place]!.label}`}
                      terms={terms}
                      style={style}
                      onEntered={setProblem}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </TableFrame>
  )
}

interface HeadProps {
  part: Part
  terms: DealTerms
  style: NumberStyle
  /** Null where it cannot be taken away. */
  onRemove: (() => void) | null
  onEntered(problem: string | null): void
}

/** What a part is called, to be changed where a person gave it its name. */
function Head({ part: { label, name }, terms, style, onRemove, onEntered }: HeadProps) {
  return (
    <div className={styles['head']}>
      {name === null ? (
        label
      ) : (
        <PartField term={name} label={`Name of ${label}`} terms={terms} style={style} onEntered={onEntered} />
      )}
      {onRemove && (
        <button
          type="button"
          className={`${controls['quiet']} ${controls['icon']}`}
          aria-label={`Remove ${label}`}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}

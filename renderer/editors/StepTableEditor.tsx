import { type ClipboardEvent, useRef, useState } from 'react'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import { formatCount, type NumberStyle } from '../../shared/format/number.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { Icon } from '../components/Icon.tsx'
import { edit } from '../stores/book.ts'
import controls from '../styles/controls.module.css'
import styles from './editors.module.css'
import { MonthlyPreview } from './MonthlyPreview.tsx'
import { StepField } from './StepField.tsx'
import type { StepTable } from './stepTable.ts'
import { TableFrame } from './TableFrame.tsx'
import { useFocusOnAdded } from './useFocusOnAdded.ts'

interface StepTableEditorProps<Row> {
  table: StepTable<Row>
  terms: DealTerms
  style: NumberStyle
}

/** The rows of a table, each field an edit of its own; a refusal changes nothing and says why in its place. */
export function StepTableEditor<Row>({ table, terms, style }: StepTableEditorProps<Row>) {
  const rows = table.read(terms)
  const [problem, setProblem] = useState<string | null>(null)
  // Another number for the rows that stand after one was taken away: what was typed in it goes with it.
  const [generation, setGeneration] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)
  const focusAdded = useFocusOnAdded(() => body.current?.lastElementChild)

  /** Makes the edit; answers with why not, or null. */
  function put(next: readonly Row[], gesture?: string): string | null {
    if (next.length > table.most)
      return `A deal has at most ${formatCount(table.most, style.locale)} of these; with that there would be ${formatCount(next.length, style.locale)}.`
    const made = edit(table.write(terms, next), gesture)
    if (!made.ok) return made.error.message
    setProblem(null)
    return null
  }

  function add(): void {
    const made = table.make(terms, rows)
    const refused = made.ok ? put([...rows, made.value]) : made.problem
    focusAdded(refused === null)
    setProblem(refused)
  }

  function remove(index: number): void {
    setProblem(put(rows.filter((_, i) => i !== index)))
    setGeneration((last) => last + 1)
  }

  /** Of a spreadsheet come lines or columns; anything else is for the field it is pasted into. */
  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain')
    if (!table.paste || !/[\t\n\r]/.test(text.trim())) return
    event.preventDefault()
    const pasted = table.paste.read(text, style)
    setProblem(pasted.ok ? put([...rows, ...pasted.value]) : pasted.problem)
  }

  return (
    <TableFrame
      title={`${table.title(terms)}, ${terms.deal.name}`}
      problem={problem}
      onPaste={onPaste}
      foot={
        <>
          <button type="button" className={controls['button']} onClick={add}>
            {table.add}
          </button>
          {table.paste && <p>{table.paste.hint}</p>}
          {table.preview && <MonthlyPreview {...drawn(table.preview, terms)} />}
        </>
      }
    >
      {rows.length === 0 ? (
        <p className={styles['none']}>{table.none}</p>
      ) : (
        <div className={styles['rows']}>
          <table className={styles['stepTable']}>
            <colgroup>
              {table.columns.map(({ label, width }) => (
                <col key={label} style={{ width }} />
              ))}
              <col className={styles['removing']} />
            </colgroup>
            <thead>
              <tr>
                {table.columns.map(({ label, isNumber }) => (
                  <th key={label} scope="col" className={isNumber ? styles['number'] : undefined}>
                    {label}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody ref={body}>
              {rows.map((row, index) => (
                <tr key={`${generation} ${index}`}>
                  {table.columns.map((column) => (
                    <td key={column.label}>
                      <StepField
                        column={column}
                        label={`${column.label}, ${table.row} ${index + 1}`}
                        row={row}
                        context={{ terms, style }}
                        onChange={(next, gesture) =>
                          put(
                            rows.map((old, i) => (i === index ? next : old)),
                            gesture,
                          )
                        }
                        onRefused={setProblem}
                      />
                    </td>
                  ))}
                  <td>
                    <button
                      type="button"
                      className={`${controls['quiet']} ${controls['icon']}`}
                      aria-label={`Remove ${table.row} ${index + 1}`}
                      onClick={() => remove(index)}
                    >
                      <Icon name="close" />
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </TableFrame>
  )
}

function drawn(preview: NonNullable<StepTable<never>['preview']>, terms: DealTerms) {
  const schedule = scheduleOf(terms)
  return { schedule, shares: preview(schedule) }
}

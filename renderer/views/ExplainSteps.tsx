import type { ReactNode } from 'react'
import type { Step, StepTable } from '../../shared/explain/explanation.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { runningTotals } from '../../shared/tables/explanationTable.ts'
import { formatQuantity } from '../../shared/tables/quantity.ts'
import { breakable } from '../components/breakable.tsx'
import styles from './ExplainPanel.module.css'

const signs = { plus: '', minus: '−', shown: '' } as const

/** One table of the way from the inputs to the figure; of a sum, with what it has come to so far. */
export function ExplainSteps({ table, style }: { table: StepTable; style: NumberStyle }) {
  const { title, head, steps, total, leftOut } = table
  const sums = head.parts.length < 3 ? runningTotals(table) : null
  const columns = head.parts.length + (sums ? 3 : 2)
  return (
    <div className={styles['table']}>
      <table className={styles['steps']} data-columns={columns}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head.label}</th>
            {head.parts.map((part) => (
              <th key={part} scope="col">
                {part}
              </th>
            ))}
            <th scope="col">{head.value}</th>
            {sums && (
              <th scope="col" data-part="sum">
                So far
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {steps.map((step, place) => (
            <StepRow key={`${place} ${step.label}`} step={step} head={head} style={style}>
              {sums && (
                <td data-part="sum">{sums[place] ? breakable(formatQuantity(sums[place], style)) : ''}</td>
              )}
            </StepRow>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={head.parts.length + 1}>
                Total
              </th>
              <td colSpan={sums ? 2 : 1} data-part="total">
                {formatQuantity(total, style)}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
      {leftOut !== undefined && <p className={styles['leftOut']}>{leftOut}</p>}
    </div>
  )
}

interface StepRowProps {
  step: Step
  head: StepTable['head']
  style: NumberStyle
  children: ReactNode
}

/** A step with its parts; without them its words take their place. */
function StepRow({ step: { label, value, enters, parts, isMark }, head, style, children }: StepRowProps) {
  return (
    <tr data-enters={enters} data-mark={isMark}>
      <th scope="row" colSpan={parts || head.parts.length === 0 ? 1 : head.parts.length + 1}>
        {label}
      </th>
      {parts?.map((part, place) => (
        <td key={head.parts[place]}>{breakable(formatQuantity(part, style))}</td>
      ))}
      <td data-part="value">
        {signs[enters]}
        {formatQuantity(value, style)}
      </td>
      {children}
    </tr>
  )
}

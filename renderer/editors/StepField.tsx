import { Choice } from '../components/Choice.tsx'
import { CommittedField } from '../components/CommittedField.tsx'
import { burst } from '../stores/gesture.ts'
import styles from './editors.module.css'
import type { Column, TableContext } from './stepTable.ts'

interface StepFieldProps<Row> {
  column: Column<Row>
  label: string
  row: Row
  context: TableContext
  /** Answers with why not, or null. Changes of one gesture are one step of history. */
  onChange(row: Row, gesture?: string): string | null
  /** Where a choice, which has no room for it, was refused. */
  onRefused(problem: string | null): void
}

/** One field of a row of a small table. */
export function StepField<Row>({ column, label, row, context, onChange, onRefused }: StepFieldProps<Row>) {
  const otherwise = column.without?.(row) ?? null
  const alignment = column.isNumber ? styles['number'] : undefined
  if (otherwise !== null) return <span className={styles['without']}>{otherwise}</span>
  if (column.kind === 'line')
    return (
      <CommittedField
        label={label}
        isLabelHidden
        className={alignment}
        placeholder={column.placeholder}
        value={column.input(row, context)}
        onCommit={(text) => {
          const changed = column.change(row, text, context)
          return changed.ok ? onChange(changed.value) : changed.problem
        }}
      />
    )
  return (
    <Choice
      label={label}
      value={column.chosen(row)}
      options={column.options(context.terms)}
      onChoose={(id) => onRefused(onChange(column.choose(row, id, context), burst(`choose ${label}`)))}
    />
  )
}

import { Popover } from '@base-ui/react/popover'
import { useState } from 'react'
import { addDays } from '../../shared/calendar.ts'
import type { Command } from '../../shared/commands/command.ts'
import { formatDate } from '../../shared/format/date.ts'
import type { Parsed } from '../../shared/format/expression.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { nextSpan, parseStepFrom, parseStepLast } from '../../shared/terms/steps.ts'
import type { StepsKind } from '../../shared/terms/term.ts'
import { CommittedField } from '../components/CommittedField.tsx'
import { edit } from '../stores/book.ts'
import { stopEditing } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { buyerFeesKind, deliveryKind, providerFeesKind, rampKind, type StepKind } from './stepKinds.tsx'
import styles from './editors.module.css'
import { cellId, focusCell } from './movement.ts'
import { MonthlyPreview } from './MonthlyPreview.tsx'
import { Icon } from '../components/Icon.tsx'

interface StepsEditorProps {
  kind: StepsKind
  termId: string
  terms: DealTerms
  style: NumberStyle
}

/** What repeats in a deal by date, as a small table of steps, opened from its cell. */
export function StepsEditor({ kind, termId, terms, style }: StepsEditorProps) {
  const cell = { dealId: terms.deal.id, termId }
  return (
    <Popover.Root
      defaultOpen
      onOpenChangeComplete={(open) => {
        if (!open && stopEditing(cell)) focusCell(cell)
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => document.getElementById(cellId(cell))}
          sideOffset={2}
          align="end"
          collisionPadding={8}
        >
          <Popover.Popup
            className={`${controls['popup']} ${styles['steps']}`}
            onKeyDown={(event) => event.stopPropagation()}
          >
            <StepTableOf kind={kind} terms={terms} style={style} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function StepTableOf({ kind, terms, style }: Omit<StepsEditorProps, 'termId'>) {
  switch (kind) {
    case 'ramp':
      return <StepTable kind={rampKind} terms={terms} style={style} />
    case 'delivery':
      return <StepTable kind={deliveryKind} terms={terms} style={style} />
    case 'buyerFees':
      return <StepTable kind={buyerFeesKind} terms={terms} style={style} />
    case 'providerFees':
      return <StepTable kind={providerFeesKind} terms={terms} style={style} />
  }
}

interface StepTableProps<Step> {
  kind: StepKind<Step>
  terms: DealTerms
  style: NumberStyle
}

function StepTable<Step extends { from: string; until: string }>({
  kind,
  terms,
  style,
}: StepTableProps<Step>) {
  const steps = kind.read(terms)
  const [problem, setProblem] = useState<string | null>(null)

  /** Makes the edit; answers with why not, or null. */
  function put(next: readonly Step[]): string | null {
    const command: Command = kind.write(terms, next)
    const made = edit(command)
    if (made.ok) setProblem(null)
    return made.ok ? null : made.error.message
  }
  const replace = (index: number, step: Step) => put(steps.map((old, i) => (i === index ? step : old)))
  const putParsed = <T,>(parsed: Parsed<T>, index: number, change: (value: T) => Step): string | null =>
    parsed.ok ? replace(index, change(parsed.value)) : parsed.problem

  function add(): void {
    const span = nextSpan(terms, steps)
    setProblem(span.ok ? put([...steps, kind.make(span.value, terms)]) : span.problem)
  }

  return (
    <>
      <Popover.Title className={styles['title']}>
        {kind.title}, {terms.deal.name}
      </Popover.Title>
      <table className={styles['stepTable']}>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Last day</th>
            {kind.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={`step ${index + 1}`}>
              <td>
                <CommittedField
                  label={`From, step ${index + 1}`}
                  isLabelHidden
                  value={formatDate(step.from)}
                  onCommit={(text) => putParsed(parseStepFrom(text), index, (from) => ({ ...step, from }))}
                />
              </td>
              <td>
                <CommittedField
                  label={`Last day, step ${index + 1}`}
                  isLabelHidden
                  value={formatDate(addDays(step.until, -1))}
                  onCommit={(text) => putParsed(parseStepLast(text), index, (until) => ({ ...step, until }))}
                />
              </td>
              <kind.Cells
                step={step}
                index={index}
                terms={terms}
                style={style}
                onChange={(next) => replace(index, next)}
              />
              <td>
                <button
                  type="button"
                  className={`${controls['quiet']} ${controls['icon']}`}
                  aria-label={`Remove step ${index + 1}`}
                  onClick={() => setProblem(put(steps.filter((_, i) => i !== index)))}
                >
                  <Icon name="close" />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {steps.length === 0 && <p className={styles['none']}>{kind.none}</p>}
      {problem !== null && (
        <p role="alert" className={controls['problem']}>
          {problem}
        </p>
      )}
      <div className={styles['stepsFoot']}>
        <button type="button" className={controls['button']} onClick={add}>
          Add a step
        </button>
        {kind.preview && <MonthlyPreview terms={terms} kind={kind.preview} />}
      </div>
    </>
  )
}

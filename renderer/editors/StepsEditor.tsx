import { useEffect } from 'react'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import type { TermEditor } from '../../shared/terms/term.ts'
import { dropDraft, stopEditing } from '../stores/view.ts'
import { rampTable, usageTable } from './chargeTables.ts'
import { deliveryTable } from './deliveryTable.ts'
import { advanceTable, oneOffTable, renewalTable } from './listTables.ts'
import { cellId, focusCell } from './movement.ts'
import { StepTableEditor } from './StepTableEditor.tsx'
import { TablePopover } from './TablePopover.tsx'
import { terminationFeeTable } from './terminationFeeTable.ts'

interface StepsEditorProps {
  editor: TermEditor & { kind: 'steps' }
  termId: string
  terms: DealTerms
  style: NumberStyle
}

/** What repeats in a deal, as a small table, opened from its cell. */
export function StepsEditor({ editor, termId, terms, style }: StepsEditorProps) {
  const cell = { dealId: terms.deal.id, termId }
  // A text that was pasted and refused stands in for the table no longer once that is opened.
  useEffect(() => dropDraft({ dealId: terms.deal.id, termId }), [terms.deal.id, termId])
  return (
    <StepsPopover
      editor={editor}
      terms={terms}
      style={style}
      anchor={() => document.getElementById(cellId(cell))}
      onClosed={() => {
        if (stopEditing(cell)) focusCell(cell)
      }}
    />
  )
}

interface StepsPopoverProps extends Omit<StepsEditorProps, 'termId'> {
  anchor(): Element | null
  onClosed(): void
}

/** The small table of what repeats, beside what it was opened from. */
export function StepsPopover({ editor, terms, style, anchor, onClosed }: StepsPopoverProps) {
  return (
    <TablePopover anchor={anchor} onClosed={onClosed}>
      <EditorOf editor={editor} terms={terms} style={style} />
    </TablePopover>
  )
}

function EditorOf({
  editor: { steps, slot },
  terms,
  style,
}: Pick<StepsEditorProps, 'editor' | 'terms' | 'style'>) {
  const common = { terms, style }
  switch (steps) {
    case 'ramp':
      return <StepTableEditor table={rampTable(slot)} {...common} />
    case 'usage':
      return <StepTableEditor table={usageTable(slot)} {...common} />
    case 'delivery':
      return <StepTableEditor table={deliveryTable(slot)} {...common} />
    case 'buyerFees':
      return <StepTableEditor table={terminationFeeTable('buyer')} {...common} />
    case 'providerFees':
      return <StepTableEditor table={terminationFeeTable('provider')} {...common} />
    case 'oneOffs':
      return <StepTableEditor table={oneOffTable} {...common} />
    case 'advances':
      return <StepTableEditor table={advanceTable} {...common} />
    case 'renewals':
      return <StepTableEditor table={renewalTable} {...common} />
  }
}

import { lazy, memo, Suspense } from 'react'
import type { EvidenceMark } from '../../shared/terms/evidence.ts'
import type { Term } from '../../shared/terms/term.ts'
import { holdsAmount } from '../components/amounts.ts'
import { EvidenceGlyph, evidenceWords } from '../components/EvidenceMark.tsx'
import { LineEditor } from '../editors/LineEditor.tsx'
import { cellId } from '../editors/movement.ts'
import type { SheetCell } from '../stores/cells.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { useTerms } from '../stores/preview.ts'
import type { Draft } from '../stores/view.ts'
import { Sparkline } from './Sparkline.tsx'
import styles from './TermSheet.module.css'

const ChoiceEditor = lazy(async () => ({ default: (await import('../popups.ts')).ChoiceEditor }))
const StepsEditor = lazy(async () => ({ default: (await import('../popups.ts')).StepsEditor }))

/** A text of so many characters fits in the narrowest column, however wide they are: it needs no edge that cuts it off. */
const alwaysFits = 11

/** The edges of the selected range that a cell is at, `top left`; empty for one within, null for one outside. */
export type CellInRange = string | null

interface TermCellProps {
  term: Term
  cell: SheetCell
  /** Whether the keyboard is in it, on it, or elsewhere. */
  keyboard: 'editing' | 'active' | 'away'
  inRange: CellInRange
  draft: Draft | undefined
  isHeader: boolean
}

/** One term of one deal: what it says, how well it is supported, whether it differs, and its editor. The sheet hears its events. */
export const TermCell = memo(function TermCell({
  term,
  cell: { dealId, isBaseline, text, applies, differs, evidence, isChanged, isDrawn },
  keyboard,
  inRange,
  draft,
  isHeader,
}: TermCellProps) {
  const isEditing = keyboard === 'editing'
  const shown = draft?.text ?? text
  const Cell = isHeader ? 'th' : 'td'
  let className = styles['cell']!
  if (isBaseline) className += ` ${styles['frozen']}`
  if (differs) className += ` ${styles['differs']}`
  if (draft) className += ` ${styles['refused']}`
  if (isEditing) className += ` ${styles['active']} ${styles['editing']}`
  else if (keyboard === 'active') className += ` ${styles['active']}`
  if (inRange !== null) className += ` ${styles['inRange']}`
  if (shown.length > alwaysFits) className += ` ${styles[holdsAmount(shown) ? 'whole' : 'long']}`
  if (isDrawn) className += ` ${styles['drawn']}`
  if (!applies) className += ` ${styles['without']}`
  return (
    <Cell
      id={cellId({ dealId, termId: term.id })}
      role={isHeader ? 'columnheader' : 'gridcell'}
      className={className}
      dir={term.kind === 'text' ? 'auto' : undefined}
      tabIndex={-1}
      data-term={term.id}
      data-deal={dealId}
      data-edges={inRange ?? undefined}
      title={draft?.problem ?? (term.editor.kind === 'steps' ? shown : undefined)}
      aria-invalid={draft ? true : undefined}
      aria-selected={inRange !== null}
    >
      {evidence && !isHeader && <Mark entry={evidence} differs={isChanged} />}
      {draft === undefined && isDrawn && <Sparkline term={term} dealId={dealId} />}
      {shown}
      {differs && <span className="visually-hidden">, differs from the baseline</span>}
      {isEditing && (
        <Suspense fallback={null}>
          <Editor term={term} dealId={dealId} />
        </Suspense>
      )}
    </Cell>
  )
})

/** How well the term is supported; pressed, where it comes from. */
function Mark(mark: EvidenceMark) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['mark']}
      aria-label={`Evidence: ${evidenceWords(mark)}`}
      data-evidence
    >
      <EvidenceGlyph
        confidence={mark.entry.confidence}
        differs={mark.differs}
        isInherited={mark.entry.inherited}
      />
    </button>
  )
}

function Editor({ term, dealId }: { term: Term; dealId: string }) {
  const terms = useTerms(dealId)
  const style = useNumberStyle()
  if (terms === null) return null
  const { editor } = term
  // Where a deal lacks what a term is a part of there is nothing to choose from or to add to: its line says so.
  if (editor.kind === 'line' || !term.applies(terms))
    return <LineEditor term={term} terms={terms} style={style} />
  switch (editor.kind) {
    case 'choice':
      return <ChoiceEditor term={term} options={editor.options} terms={terms} style={style} />
    case 'steps':
      return <StepsEditor editor={editor} termId={term.id} terms={terms} style={style} />
  }
}

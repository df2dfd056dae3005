import { type ClipboardEvent, type KeyboardEvent, lazy, memo, Suspense } from 'react'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import type { Term } from '../../shared/terms/term.ts'
import { EvidenceGlyph, evidenceWords } from '../components/EvidenceMark.tsx'
import { commitCell } from '../editors/commit.ts'
import { LineEditor } from '../editors/LineEditor.tsx'
import { cellId, focusCell, movedBy } from '../editors/movement.ts'
import { activate, type Draft, dropDraft, startEditing, useView } from '../stores/view.ts'
import styles from './TermSheet.module.css'

const ChoiceEditor = lazy(async () => ({ default: (await import('../popups.ts')).ChoiceEditor }))
const StepsEditor = lazy(async () => ({ default: (await import('../popups.ts')).StepsEditor }))

interface TermCellProps {
  term: Term
  terms: DealTerms
  /** Whether it says something else than the baseline. */
  differs: boolean
  style: NumberStyle
  /** Whether the keyboard is on it, in it, elsewhere, or would enter the sheet by it. */
  keyboard: 'editing' | 'active' | 'entry' | 'away'
  draft: Draft | undefined
  isFrozen: boolean
  isHeader: boolean
}

/** One term of one deal: what it says, how well it is supported, whether it differs, and its editor. */
export const TermCell = memo(function TermCell({
  term,
  terms,
  differs,
  style,
  keyboard,
  draft,
  isFrozen,
  isHeader,
}: TermCellProps) {
  const cell = { dealId: terms.deal.id, termId: term.id }
  const [isActive, isEditing] = [keyboard === 'active' || keyboard === 'editing', keyboard === 'editing']
  const shown = draft?.text ?? term.show(terms, style)

  function onKeyDown(event: KeyboardEvent): void {
    if (isEditing || event.altKey) return
    const isMod = event.ctrlKey || event.metaKey
    const moved = movedBy(event.key, event.shiftKey, isMod, cell)
    if (moved) {
      event.preventDefault()
      focusCell(moved)
      return
    }
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault()
      startEditing(cell)
    } else if (event.key === 'Escape' && draft) dropDraft(cell)
    else if (event.key === 'e' && isMod) {
      event.preventDefault()
      useView.setState({ evidence: cell })
    } else if (event.key.length === 1 && !isMod && term.editor.kind === 'line') {
      event.preventDefault()
      startEditing(cell, event.key)
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && term.editor.kind === 'line') {
      event.preventDefault()
      startEditing(cell, '')
    }
  }

  function onCopy(event: ClipboardEvent): void {
    if (isEditing) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', term.show(terms, style))
  }

  function onPaste(event: ClipboardEvent): void {
    if (isEditing || term.editor.kind === 'steps') return
    event.preventDefault()
    commitCell(cell, event.clipboardData.getData('text/plain').trim(), style)
  }

  const Cell = isHeader ? 'th' : 'td'
  return (
    <Cell
      id={cellId(cell)}
      role={isHeader ? 'columnheader' : 'gridcell'}
      className={[
        styles['cell'],
        isFrozen && styles['frozen'],
        differs && styles['differs'],
        draft && styles['refused'],
        isActive && styles['active'],
        isEditing && styles['editing'],
        !term.applies(terms) && styles['without'],
      ]
        .filter(Boolean)
        .join(' ')}
      tabIndex={keyboard === 'away' ? -1 : 0}
      data-term={term.id}
      data-deal={terms.deal.id}
      title={draft?.problem ?? (term.editor.kind === 'steps' ? shown : undefined)}
      aria-invalid={draft ? true : undefined}
      onFocus={() => activate(cell)}
      onDoubleClick={() => startEditing(cell)}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <CellContent term={term} terms={terms} text={shown} differs={differs} isHeader={isHeader} />
      {isEditing && (
        <Suspense fallback={null}>
          <Editor term={term} terms={terms} style={style} />
        </Suspense>
      )}
    </Cell>
  )
})

function CellContent({
  term,
  terms,
  text,
  differs,
  isHeader,
}: {
  term: Term
  terms: DealTerms
  text: string
  differs: boolean
  isHeader: boolean
}) {
  const mark = evidenceOf(terms, term.id)
  const cell = { dealId: terms.deal.id, termId: term.id }
  return (
    <div className={styles['content']}>
      {mark && !isHeader && (
        <button
          type="button"
          tabIndex={-1}
          className={styles['mark']}
          aria-label={`Evidence: ${evidenceWords(mark)}`}
          onClick={() => {
            focusCell(cell)
            useView.setState({ evidence: cell })
          }}
        >
          <EvidenceGlyph
            confidence={mark.entry.confidence}
            differs={mark.differs}
            isInherited={mark.entry.inherited}
          />
        </button>
      )}
      <span className={styles['text']}>{text}</span>
      {differs && <span className="visually-hidden">, differs from the baseline</span>}
    </div>
  )
}

function Editor({ term, terms, style }: { term: Term; terms: DealTerms; style: NumberStyle }) {
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

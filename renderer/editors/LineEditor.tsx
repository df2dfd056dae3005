import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import type { Term } from '../../shared/terms/term.ts'
import { isComposing } from '../components/composing.ts'
import { intoView } from '../components/intoView.ts'
import { useOpenEntry } from '../components/useOpenEntry.ts'
import controls from '../styles/controls.module.css'
import { cellKey, dropDraft, leaveCellFor, stopEditing, useView } from '../stores/view.ts'
import { commitCell, formulaOf } from './commit.ts'
import { focusCell, neighbour } from './movement.ts'
import styles from './editors.module.css'

interface LineEditorProps {
  term: Term
  terms: DealTerms
  style: NumberStyle
}

/** A cell's line of text while it is edited. Enter and Tab commit and move on, Escape gives up, leaving commits. */
export function LineEditor({ term, terms, style }: LineEditorProps) {
  const cell = { dealId: terms.deal.id, termId: term.id }
  const draft = useView((view) => view.drafts[cellKey(cell)])
  const startWith = useView((view) => view.editing?.startWith ?? null)
  const [text, setText] = useState(
    () => startWith ?? draft?.text ?? formulaOf(cell, style) ?? term.input(terms, style),
  )
  const field = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  const isEntered = useRef(false)
  const problemId = useId()

  useOpenEntry({
    name: `${term.label}, ${terms.deal.name}`,
    refusal: null, // a refused text is a draft of the cell
    field: () => field.current,
    commit() {
      const isTaken = commitCell(cell, text, style)
      if (isTaken) close()
      return isTaken
    },
    leave() {
      commitCell(cell, text, style)
      close()
    },
  })

  /** Ends the editing with the keyboard on the cell. */
  function close(): void {
    isOver.current = true
    stopEditing(cell)
    focusCell(cell)
  }

  /** Leaves the cell where what was typed is taken; else stays on it with the reason. */
  function commitAndMove(rows: number, columns: number): void {
    // Before the edit: it may take away the row it was made in.
    const next = neighbour(cell, rows, columns)
    if (!commitCell(cell, text, style)) return
    isOver.current = true
    leaveCellFor(next)
    focusCell(next)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      const back = event.shiftKey ? -1 : 1
      if (event.key === 'Enter') commitAndMove(back, 0)
      else commitAndMove(0, back)
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      dropDraft(cell)
      close()
    }
  }

  function onBlur({ target }: FocusEvent): void {
    // Whoever goes to another window to look something up comes back to what was typed.
    if (isOver.current || document.activeElement === target) return
    isOver.current = true
    commitCell(cell, text, style)
    stopEditing(cell)
  }

  /** Only as it is entered: who comes back from another window goes on typing where they were. */
  function onFocus({ target }: FocusEvent<HTMLInputElement>): void {
    if (startWith === null && !isEntered.current) target.select()
    isEntered.current = true
  }

  return (
    <div className={styles['line']}>
      <input
        ref={field}
        autoFocus
        className={styles['input']}
        dir={term.kind === 'text' ? 'auto' : undefined}
        aria-label={`${term.label}, ${terms.deal.name}`}
        aria-invalid={draft !== undefined}
        aria-describedby={problemId}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <div className={styles['note']} id={problemId} ref={draft && intoView}>
        {draft ? (
          <span role="alert" className={controls['problem']}>
            {draft.problem}
          </span>
        ) : (
          term.help
        )}
      </div>
    </div>
  )
}

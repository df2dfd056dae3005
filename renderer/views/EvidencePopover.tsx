import { Popover } from '@base-ui/react/popover'
import { useEffect, useState } from 'react'
import { formatDate } from '../../shared/format/date.ts'
import type { Book } from '../../shared/schema/book.ts'
import type { Evidence as EvidenceEntity } from '../../shared/schema/deal.ts'
import { type DealTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import { hasPartsOf } from '../../shared/schema/partOfBook.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { evidenceOf, type EvidenceMark } from '../../shared/terms/evidence.ts'
import type { Term } from '../../shared/terms/term.ts'
import { EvidenceGlyph, evidenceWords } from '../components/EvidenceMark.tsx'
import { cellId, focusCell } from '../editors/movement.ts'
import { edit, useBook } from '../stores/book.ts'
import { notify } from '../stores/notice.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { cellKey, useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { EvidenceForm } from './EvidenceForm.tsx'
import styles from './EvidencePopover.module.css'
import { ReadingResults } from './ReadingResults.tsx'

/** Where the term of a cell comes from: its source, what else it could mean, and whether it still says that. */
export function EvidencePopover() {
  const cell = useView((view) => view.evidence)
  const book = useBook((state) => state.workspace.book)
  useView((view) => view.filter) // which may leave the cell without a row
  useEffect(closeWithoutCell)
  if (!cell || !hasPartsOf(book, cell.dealId)) return null
  const terms = dealTerms(book, cell.dealId)
  const term = termById(cell.termId)
  return (
    <Popover.Root
      open
      onOpenChange={(open) => {
        if (!open) useView.setState({ evidence: null })
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => document.getElementById(cellId(cell))}
          sideOffset={4}
          align="end"
          collisionPadding={8}
        >
          <Popover.Popup className={`${controls['popup']} ${styles['evidence']}`}>
            <Popover.Title className={styles['title']}>
              {term.label}, <bdi>{terms.deal.name}</bdi>
            </Popover.Title>
            <Evidence key={`${cell.dealId} ${cell.termId}`} book={book} terms={terms} term={term} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** It goes with its cell: what an edit, an undo or a filter took from the sheet has no evidence to show. */
function closeWithoutCell(): void {
  const { evidence } = useView.getState()
  if (!evidence || document.getElementById(cellId(evidence))) return
  useView.setState({ evidence: null })
  requestAnimationFrame(() => {
    const { active } = useView.getState()
    if (active && document.activeElement === document.body) focusCell(active)
  })
}

/** What is said of the term, or the fields to say it in. */
function Evidence({ book, terms, term }: { book: Book; terms: DealTerms; term: Term }) {
  const isTyped = useView((view) => cellKey({ dealId: terms.deal.id, termId: term.id }) in view.typedEvidence)
  const [isEdited, setEdited] = useState(isTyped)
  const mark = evidenceOf(terms, term.id)
  if (isEdited)
    return <EvidenceForm book={book} terms={terms} term={term} mark={mark} onDone={() => setEdited(false)} />
  return (
    <>
      {mark ? <EvidenceOf book={book} mark={mark} terms={terms} /> : <p>Nothing is entered for this term.</p>}
      <div className={styles['actions']}>
        <button type="button" className={controls['button']} onClick={() => setEdited(true)}>
          {mark ? 'Edit' : 'Enter a source'}
        </button>
        {mark && (
          <button type="button" className={controls['quiet']} onClick={() => remove(mark.entry.id)}>
            Remove
          </button>
        )}
      </div>
    </>
  )
}

function remove(evidenceId: string): void {
  const made = edit({ type: 'evidence.remove', evidenceId })
  if (!made.ok) notify('error', made.error.message)
}

function EvidenceOf({ book, mark, terms }: { book: Book; mark: EvidenceMark; terms: DealTerms }) {
  const { entry, differs } = mark
  return (
    <dl>
      <dt>Confidence</dt>
      <dd className={styles['confidence']}>
        <EvidenceGlyph confidence={entry.confidence} differs={differs} isInherited={entry.inherited} />
        {evidenceWords(mark)}
      </dd>
      <dt>Source</dt>
      <dd>{entry.source}</dd>
      {entry.quotation !== '' && (
        <>
          <dt>Quotation</dt>
          <dd>“{entry.quotation}”</dd>
        </>
      )}
      {entry.dated !== null && (
        <>
          <dt>Dated</dt>
          <dd>{formatDate(entry.dated)}</dd>
        </>
      )}
      {entry.alternative !== '' && (
        <>
          <dt>Readings</dt>
          <dd>{entry.alternative}</dd>
        </>
      )}
      {entry.alternativeValue !== null && (
        <OtherReading book={book} evidence={entry} value={entry.alternativeValue} terms={terms} />
      )}
      {differs && (
        <>
          <dt>Now</dt>
          <dd>
            {entry.supports === null
              ? 'What this source says is not modelled by the term.'
              : 'The term was changed since: it no longer says what this source supports.'}
          </dd>
        </>
      )}
    </dl>
  )
}

/** What the term would say on the other reading of its source, and the step that takes it. */
function OtherReading({
  book,
  evidence,
  value,
  terms,
}: {
  book: Book
  evidence: EvidenceEntity
  value: string
  terms: DealTerms
}) {
  const style = useNumberStyle()
  const shown = termById(evidence.term).showValue(value, style, terms)
  // What no term can say cannot be switched to.
  if (shown === null) return null
  function switchReading(): void {
    const made = edit({ type: 'evidence.switch', evidenceId: evidence.id })
    if (!made.ok) notify('error', made.error.message)
  }
  return (
    <>
      <dt>Other reading</dt>
      <dd className={styles['reading']}>
        {shown}
        <button type="button" className={controls['button']} onClick={switchReading}>
          Switch to this reading
        </button>
      </dd>
      <dd className={styles['both']}>
        <ReadingResults book={book} entry={evidence} />
      </dd>
    </>
  )
}

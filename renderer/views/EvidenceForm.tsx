import { type FormEvent, useId, useState } from 'react'
import { apply } from '../../shared/commands/apply.ts'
import type { EvidenceEntry } from '../../shared/commands/command.ts'
import { formatDate } from '../../shared/format/date.ts'
import { type Parsed, parsed, problem } from '../../shared/format/expression.ts'
import { parseDate } from '../../shared/format/parse.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import { type DealTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import { limits } from '../../shared/schema/limits.ts'
import { confidences } from '../../shared/schema/vocabulary.ts'
import type { EvidenceMark } from '../../shared/terms/evidence.ts'
import type { Term } from '../../shared/terms/term.ts'
import { edit } from '../stores/book.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { cellKey, keepTypedEvidence, type TypedEvidence, useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import styles from './EvidencePopover.module.css'

interface EvidenceFormProps {
  book: Book
  terms: DealTerms
  term: Term
  mark: EvidenceMark | null
  onDone(): void
}

/**
 * Where a term comes from, entered in one step. What is refused stays, with the reason; what is typed stays until it is
 * saved or cancelled, however the form is left meanwhile.
 */
export function EvidenceForm({ book, terms, term, mark, onDone }: EvidenceFormProps) {
  const style = useNumberStyle()
  const cell = { dealId: terms.deal.id, termId: term.id }
  const entry = mark?.entry ?? null
  const [initial] = useState(() => fieldsOf(mark, term, terms, style))
  const fields = useView((view) => view.typedEvidence[cellKey(cell)]) ?? initial
  const [refusal, setRefusal] = useState<string | null>(null)
  const refusalId = useId()
  const hasValue = term.editor.kind !== 'steps'
  const type = (typed: Partial<TypedEvidence>) => keepTypedEvidence(cell, { ...fields, ...typed })

  function leave(): void {
    keepTypedEvidence(cell, null)
    onDone()
  }

  function save(event: FormEvent): void {
    event.preventDefault()
    const { confidence, dated, other } = fields
    const source = fields.source.trim()
    const date = dated.trim() === '' ? parsed(null) : parseDate(dated, 'first', style.locale)
    if (!date.ok) return setRefusal(date.problem)
    const alternativeValue =
      other === initial.other
        ? parsed(entry?.alternativeValue ?? null)
        : valueOf(book, terms, term, other, style)
    if (!alternativeValue.ok) return setRefusal(`The other reading: ${alternativeValue.problem}`)
    if (source === '' && confidence !== 'assumed')
      return setRefusal('Name the source, or call the term assumed.')
    const next: EvidenceEntry = {
      confidence,
      source,
      quotation: fields.quotation.trim(),
      dated: date.value,
      alternative: fields.alternative.trim(),
      alternativeValue: alternativeValue.value,
      supports: fields.isSupported ? term.canonical(terms) : (entry?.supports ?? null),
    }
    const made = edit({ type: 'evidence.put', dealId: terms.deal.id, term: term.id, entry: next })
    if (made.ok) leave()
    else setRefusal(made.error.message)
  }

  return (
    <form
      className={styles['form']}
      onSubmit={save}
      aria-describedby={refusal === null ? undefined : refusalId}
    >
      <fieldset className={styles['choices']}>
        <legend>Confidence</legend>
        {confidences.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="confidence"
              checked={fields.confidence === each}
              onChange={() => type({ confidence: each })}
            />
            {each}
          </label>
        ))}
      </fieldset>
      <Lines label="Source" value={fields.source} onChange={(source) => type({ source })} />
      <Lines label="Quotation" value={fields.quotation} onChange={(quotation) => type({ quotation })} />
      <Line
        label="Dated"
        value={fields.dated}
        onChange={(dated) => type({ dated })}
        placeholder="not dated"
      />
      <Lines
        label="What else it could mean"
        value={fields.alternative}
        onChange={(alternative) => type({ alternative })}
      />
      {hasValue && (
        <Line
          label="The term on that reading"
          value={fields.other}
          onChange={(other) => type({ other })}
          placeholder={`as the term is written, such as ${term.show(terms, style)}`}
        />
      )}
      <label className={styles['supported']}>
        <input
          type="checkbox"
          checked={fields.isSupported}
          onChange={(event) => type({ isSupported: event.target.checked })}
        />
        The source says what the term says now: {term.show(terms, style)}
      </label>
      {refusal !== null && (
        <p id={refusalId} role="alert" className={controls['problem']}>
          {refusal}
        </p>
      )}
      <div className={styles['actions']}>
        <button type="submit" className={controls['primary']}>
          Save
        </button>
        <button type="button" className={controls['button']} onClick={leave}>
          Cancel
        </button>
      </div>
    </form>
  )
}

/** What the form begins with: what is entered, or nothing yet. */
function fieldsOf(
  mark: EvidenceMark | null,
  term: Term,
  terms: DealTerms,
  style: NumberStyle,
): TypedEvidence {
  const entry = mark?.entry
  const value = entry?.alternativeValue ?? null
  return {
    confidence: entry?.confidence ?? 'stated',
    source: entry?.source ?? '',
    quotation: entry?.quotation ?? '',
    dated: entry?.dated ? formatDate(entry.dated) : '',
    alternative: entry?.alternative ?? '',
    other: value === null ? '' : (term.showValue(value, style, terms) ?? ''),
    isSupported: mark === null || !mark.differs,
  }
}

/** What a term would say, as it is kept: read as the cell reads it, and nothing where nothing is written. */
function valueOf(
  book: Book,
  terms: DealTerms,
  term: Term,
  text: string,
  style: NumberStyle,
): Parsed<string | null> {
  if (text.trim() === '') return parsed(null)
  const entered = term.enter(terms, text, style)
  if (!entered.ok) return entered
  if (entered.value === null) return problem('that is what the term says already.')
  const made = apply(book, entered.value)
  return made.ok ? parsed(term.canonical(dealTerms(made.value, terms.deal.id))) : problem(made.error.message)
}

interface FieldProps {
  label: string
  value: string
  onChange(text: string): void
  placeholder?: string
}

function Line({ label, value, onChange, placeholder }: FieldProps) {
  return (
    <label className={controls['labelled']}>
      {label}
      <input
        className={controls['field']}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

function Lines({ label, value, onChange }: FieldProps) {
  return (
    <label className={controls['labelled']}>
      {label}
      <textarea
        className={controls['field']}
        rows={2}
        value={value}
        maxLength={limits.noteLength}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

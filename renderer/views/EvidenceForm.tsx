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
import controls from '../styles/controls.module.css'
import styles from './EvidencePopover.module.css'

interface EvidenceFormProps {
  book: Book
  terms: DealTerms
  term: Term
  mark: EvidenceMark | null
  onDone(): void
}

/** Where a term comes from, entered in one step. What is refused stays, with the reason. */
export function EvidenceForm({ book, terms, term, mark, onDone }: EvidenceFormProps) {
  const style = useNumberStyle()
  const entry = mark?.entry ?? null
  const [confidence, setConfidence] = useState(entry?.confidence ?? 'stated')
  const [source, setSource] = useState(entry?.source ?? '')
  const [quotation, setQuotation] = useState(entry?.quotation ?? '')
  const [dated, setDated] = useState(entry?.dated ? formatDate(entry.dated) : '')
  const [alternative, setAlternative] = useState(entry?.alternative ?? '')
  const shownOther = entry?.alternativeValue
    ? (term.showValue(entry.alternativeValue, style, terms) ?? '')
    : ''
  const [other, setOther] = useState(shownOther)
  const [isSupported, setSupported] = useState(mark === null || !mark.differs)
  const [refusal, setRefusal] = useState<string | null>(null)
  const refusalId = useId()
  const hasValue = term.editor.kind !== 'steps'

  function save(event: FormEvent): void {
    event.preventDefault()
    const date = dated.trim() === '' ? parsed(null) : parseDate(dated, 'first')
    if (!date.ok) return setRefusal(date.problem)
    const alternativeValue =
      other === shownOther
        ? parsed(entry?.alternativeValue ?? null)
        : valueOf(book, terms, term, other, style)
    if (!alternativeValue.ok) return setRefusal(`The other reading: ${alternativeValue.problem}`)
    if (source.trim() === '' && confidence !== 'assumed')
      return setRefusal('Name the source, or call the term assumed.')
    const supports = isSupported ? term.canonical(terms) : (entry?.supports ?? null)
    const next: EvidenceEntry = {
      confidence,
      source: source.trim(),
      quotation: quotation.trim(),
      dated: date.value,
      alternative: alternative.trim(),
      alternativeValue: alternativeValue.value,
      supports,
    }
    const made = edit({ type: 'evidence.put', dealId: terms.deal.id, term: term.id, entry: next })
    if (made.ok) onDone()
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
              checked={confidence === each}
              onChange={() => setConfidence(each)}
            />
            {each}
          </label>
        ))}
      </fieldset>
      <Lines label="Source" value={source} onChange={setSource} />
      <Lines label="Quotation" value={quotation} onChange={setQuotation} />
      <Line label="Dated" value={dated} onChange={setDated} placeholder="not dated" />
      <Lines label="What else it could mean" value={alternative} onChange={setAlternative} />
      {hasValue && (
        <Line
          label="The term on that reading"
          value={other}
          onChange={setOther}
          placeholder={`as the term is written, such as ${term.show(terms, style)}`}
        />
      )}
      <label className={styles['supported']}>
        <input
          type="checkbox"
          checked={isSupported}
          onChange={(event) => setSupported(event.target.checked)}
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
        <button type="button" className={controls['button']} onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  )
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

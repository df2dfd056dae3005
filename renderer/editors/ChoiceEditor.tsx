import type { NumberStyle } from '../../shared/format/number.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import type { Term } from '../../shared/terms/term.ts'
import { OpenChoice } from '../components/OpenChoice.tsx'
import { stopEditing } from '../stores/view.ts'
import { commitCell } from './commit.ts'
import styles from './editors.module.css'
import { focusCell } from './movement.ts'

interface ChoiceEditorProps {
  term: Term
  options: readonly { id: string; label: string }[]
  terms: DealTerms
  style: NumberStyle
}

/** A cell that holds one of a few words, opened to choose another. */
export function ChoiceEditor({ term, options, terms, style }: ChoiceEditorProps) {
  const cell = { dealId: terms.deal.id, termId: term.id }
  const current = term.show(terms, style)
  return (
    <OpenChoice
      label={`${term.label}, ${terms.deal.name}`}
      value={options.find((option) => option.label === current)?.id ?? ''}
      options={options}
      onChoose={(id) => commitCell(cell, id, style)}
      onClose={() => {
        if (stopEditing(cell)) focusCell(cell)
      }}
      className={styles['choice']}
    />
  )
}

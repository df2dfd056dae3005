import { useRef, useState } from 'react'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import type { Term } from '../../shared/terms/term.ts'
import { Choice } from '../components/Choice.tsx'
import { CommittedField } from '../components/CommittedField.tsx'
import { Icon } from '../components/Icon.tsx'
import { burst } from '../stores/gesture.ts'
import controls from '../styles/controls.module.css'
import { enterText } from './commit.ts'
import styles from './editors.module.css'
import { StepsPopover } from './StepsEditor.tsx'

interface PartFieldProps {
  term: Term
  label: string
  terms: DealTerms
  style: NumberStyle
  /** What a choice, which has no room for it, was refused for; null once an entry was taken. */
  onEntered(problem: string | null): void
}

/** One term of one part of a deal, edited as its cell in the sheet would be. */
export function PartField({ term, label, terms, style, onEntered }: PartFieldProps) {
  const { editor } = term
  if (!term.applies(terms)) return <span className={styles['without']}>{term.show(terms, style)}</span>
  const cell = { dealId: terms.deal.id, termId: term.id }
  switch (editor.kind) {
    case 'line': {
      const [input, shown] = [term.input(terms, style), term.show(terms, style)]
      return (
        <CommittedField
          label={label}
          isLabelHidden
          className={styles['number']}
          value={input}
          // What is not stated says so, in an empty field.
          shown={input === '' ? '' : shown}
          placeholder={shown}
          onCommit={(text) => {
            const problem = enterText(cell, text, style)
            if (problem === null) onEntered(null)
            return problem
          }}
        />
      )
    }
    case 'choice': {
      const shown = term.show(terms, style)
      return (
        <Choice
          label={label}
          value={editor.options.find((option) => option.label === shown)?.id ?? ''}
          options={editor.options}
          onChoose={(id) => onEntered(enterText(cell, id, style, burst(`choose ${label}`)))}
        />
      )
    }
    case 'steps':
      return (
        <StepsField
          label={label}
          text={term.show(terms, style)}
          editor={editor}
          terms={terms}
          style={style}
        />
      )
  }
}

interface StepsFieldProps {
  label: string
  text: string
  editor: Term['editor'] & { kind: 'steps' }
  terms: DealTerms
  style: NumberStyle
}

/** Steps in words; pressed, their own small table. */
function StepsField({ label, text, ...of }: StepsFieldProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={controls['button']}
        aria-label={`${label}: ${text}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={text}
        onClick={() => setOpen(true)}
      >
        <span className={styles['shortened']}>{text}</span>
        <Icon name="open" />
      </button>
      {isOpen && <StepsPopover {...of} anchor={() => button.current} onClosed={() => setOpen(false)} />}
    </>
  )
}

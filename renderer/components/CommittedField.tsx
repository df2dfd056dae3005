import { type FocusEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import controls from '../styles/controls.module.css'
import { isComposing } from './composing.ts'
import { intoView } from './intoView.ts'
import { useOpenEntry } from './useOpenEntry.ts'

interface CommittedFieldProps {
  label: string
  /** What is in force, as text. */
  value: string
  /** The same as it reads, with its unit, while nobody is in the field. Default: `value`. */
  shown?: string
  /** Takes what was typed; answers with the sentence that says why not, or null. */
  onCommit(text: string): string | null
  isLabelHidden?: boolean
  className?: string
  /** What stands in it while nothing is entered. */
  placeholder?: string
}

/** A line of text that counts on Enter or on leaving it. What is refused stays, with the reason; Escape gives it up. */
export function CommittedField({
  label,
  value,
  shown = value,
  onCommit,
  isLabelHidden = false,
  className,
  placeholder,
}: CommittedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isEntered, setEntered] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const fieldId = useId()
  const problemId = useId()

  // All of it, once it is the text that is edited.
  useLayoutEffect(() => {
    if (isEntered && typed === null) field.current?.select()
  }, [isEntered, typed])

  /** Enters what was typed; answers whether it was taken, or that nothing was typed. */
  function commit(): boolean {
    if (typed === null) return true
    const refused = typed === value ? null : onCommit(typed)
    setProblem(refused)
    if (refused === null) setTyped(null)
    return refused === null
  }

  useOpenEntry(
    typed === null
      ? null
      : {
          name: `“${typed}” in ${label}`,
          refusal: problem,
          field: () => field.current,
          commit,
          leave: commit,
        },
  )

  function onBlur({ target }: FocusEvent): void {
    // Still its own while only the window was left.
    if (document.activeElement === target) return
    commit()
    setEntered(false)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      commit()
    }
    if (event.key === 'Escape' && typed !== null) {
      event.preventDefault()
      event.stopPropagation()
      setTyped(null)
      setProblem(null)
    }
  }

  return (
    <div className={controls['labelled']}>
      <label htmlFor={fieldId} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input
        id={fieldId}
        data-field={label}
        className={`${controls['field']} ${className ?? ''}`}
        ref={field}
        value={typed ?? (isEntered ? value : shown)}
        placeholder={placeholder}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={() => setEntered(true)}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      />
      {problem !== null && (
        <span ref={intoView} id={problemId} role="alert" className={controls['problem']}>
          {problem}
        </span>
      )}
    </div>
  )
}

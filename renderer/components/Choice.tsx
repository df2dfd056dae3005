import { type KeyboardEvent, lazy, Suspense, useState } from 'react'
import controls from '../styles/controls.module.css'
import { Icon } from './Icon.tsx'

export interface ChoiceProps<Id extends string> {
  label: string
  value: Id
  options: readonly { id: Id; label: string }[]
  onChoose(id: Id): void
  className?: string
}

const OpenChoice = lazy(async () => ({
  default: (await import('../popups.ts')).OpenChoice,
})) as typeof import('./OpenChoice.tsx').OpenChoice

/** One of a few words. Until it is first opened it is only a button that says which. */
export function Choice<Id extends string>(props: ChoiceProps<Id>) {
  const [isUsed, setUsed] = useState(false)
  const { label, value, options, className } = props
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setUsed(true)
  }
  const button = (
    <button
      type="button"
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={false}
      aria-label={label}
      className={className ?? controls['button']}
      onClick={() => setUsed(true)}
      onKeyDown={onKeyDown}
    >
      <span>{options.find(({ id }) => id === value)?.label}</span>
      <span aria-hidden>
        <Icon name="open" />
      </span>
    </button>
  )
  if (!isUsed) return button
  return (
    <Suspense fallback={button}>
      <OpenChoice {...props} />
    </Suspense>
  )
}

import { lazy, Suspense } from 'react'
import { shownShortcut } from '../commands/shortcuts.ts'
import { Icon } from '../components/Icon.tsx'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import styles from './TermSheet.module.css'

const OpenFindTerm = lazy(async () => ({ default: (await import('../popups.ts')).OpenFindTerm }))

/** The button that stands where the field opens. */
export const findButtonId = 'find-term'

/** Looks for a term. Until it is asked for it is only a button, in the place its field takes. */
export function FindTerm() {
  const isFinding = useView((view) => view.isFinding)
  const button = (
    <button
      type="button"
      id={findButtonId}
      className={`${controls['quiet']} ${styles['find']}`}
      onClick={() => useView.setState({ isFinding: true })}
    >
      <Icon name="find" />
      Find a term
      <span className={controls['shortcut']}>{shownShortcut('Mod+F')}</span>
    </button>
  )
  if (!isFinding) return button
  return (
    <Suspense fallback={button}>
      <OpenFindTerm />
    </Suspense>
  )
}

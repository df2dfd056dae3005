import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Icon } from '../components/Icon.tsx'
import { cellId } from '../editors/movement.ts'
import { useBook } from '../stores/book.ts'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { historyButtonId } from './HistoryButtons.tsx'
import { HistoryList } from './HistoryList.tsx'
import styles from './HistoryPanel.module.css'

const close = () => useView.setState({ isHistoryShown: false })

/** Every step of the book, in the place of the charts: the sheet and its figures stay in view and follow. */
export function HistoryPanel() {
  const { steps, cursor } = useBook((state) => state.workspace.history)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => borrowFocus(panel.current), [])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  }

  return (
    <section
      ref={panel}
      className={styles['panel']}
      role="dialog"
      aria-label="History"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className={styles['head']}>
        <h2>History</h2>
        <span role="status">{countOf(steps.length, cursor)}</span>
        <button
          type="button"
          className={`${controls['quiet']} ${controls['icon']}`}
          aria-label="Close the history"
          title="Close (Escape)"
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </header>
      {steps.length > 0 ? (
        <HistoryList steps={steps} cursor={cursor} />
      ) : (
        <p className={styles['none']}>
          Every edit will be a step here. Choose one to take the book to where it stood then, and back again.
        </p>
      )}
    </section>
  )
}

function countOf(count: number, done: number): string {
  if (count === 0) return ''
  const steps = `${count.toLocaleString(navigator.language)} ${count === 1 ? 'step' : 'steps'}`
  return done === count ? steps : `${steps}, ${(count - done).toLocaleString(navigator.language)} undone`
}

/** Takes the keyboard into the panel; the answer gives it back, unless it has gone elsewhere by then. */
function borrowFocus(panel: HTMLElement | null): () => void {
  const before = document.activeElement
  const list = panel?.querySelector<HTMLElement>('[role="listbox"]')
  ;(list ?? panel)?.focus()
  return () => {
    if (document.activeElement !== document.body) return
    const { active } = useView.getState()
    const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
    const cell = active && document.getElementById(cellId(active))
    ;(isThere ? before : (cell ?? document.getElementById(historyButtonId)))?.focus()
  }
}

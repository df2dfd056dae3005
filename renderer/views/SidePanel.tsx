import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { isComposing } from '../components/composing.ts'
import { Icon } from '../components/Icon.tsx'
import { cellId } from '../editors/movement.ts'
import { closePanel, useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import styles from './SidePanel.module.css'

interface SidePanelProps {
  title: string
  /** What the button that closes it is called. */
  closes: string
  /** Beside the title, and read out as it changes. */
  status?: string
  /** The element that gets the keyboard where nothing had it before. */
  openerId: string
  children: ReactNode
}

/** What stands in the place of the charts: the sheet and its figures stay in view. Escape closes it. */
export function SidePanel({ title, closes, status = '', openerId, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => borrowFocus(panel.current, openerId), [openerId])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event)) return
    event.preventDefault()
    closePanel()
  }

  return (
    <section
      ref={panel}
      className={styles['panel']}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className={styles['head']}>
        <h2>{title}</h2>
        <span role="status">{status}</span>
        <button
          type="button"
          className={`${controls['quiet']} ${controls['icon']}`}
          aria-label={closes}
          title="Close (Escape)"
          onClick={closePanel}
        >
          <Icon name="close" />
        </button>
      </div>
      {children}
    </section>
  )
}

/** Takes the keyboard into the panel; the answer gives it back, unless it has gone elsewhere by then. */
function borrowFocus(panel: HTMLElement | null, openerId: string): () => void {
  const before = document.activeElement
  const list = panel?.querySelector<HTMLElement>('[role="listbox"]')
  ;(list ?? panel)?.focus()
  return () => {
    if (document.activeElement !== document.body) return
    const { active } = useView.getState()
    const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
    const cell = active && document.getElementById(cellId(active))
    ;(isThere ? before : (cell ?? document.getElementById(openerId)))?.focus()
  }
}

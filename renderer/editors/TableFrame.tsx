import { Popover } from '@base-ui/react/popover'
import type { ClipboardEvent, ReactNode } from 'react'
import controls from '../styles/controls.module.css'
import styles from './editors.module.css'

interface TableFrameProps {
  title: string
  /** Why an edit was refused that has no field of its own to say it in. */
  problem: string | null
  /** What stands under the table, if anything does. */
  foot: ReactNode
  onPaste?(event: ClipboardEvent): void
  children: ReactNode
}

/** What is around every small table: what it is called, what was refused, and what adds to it. */
export function TableFrame({ title, problem, foot, onPaste, children }: TableFrameProps) {
  return (
    <div className={styles['tableFrame']} onPaste={onPaste}>
      <Popover.Title className={styles['title']}>{title}</Popover.Title>
      {children}
      {problem !== null && (
        <p role="alert" className={`${controls['problem']} ${styles['refusal']}`}>
          {problem}
        </p>
      )}
      {foot && <div className={styles['tableFoot']}>{foot}</div>}
    </div>
  )
}

import { useEffect } from 'react'
import type { FailureProps } from '../components/Boundary.tsx'
import { runCommand } from '../commands/registry.ts'
import { sentenceOf } from '../failures.ts'
import { useBook } from '../stores/book.ts'
import { useInfo } from '../stores/info.ts'
import { openBook } from '../stores/keeping.ts'
import { notify } from '../stores/notice.ts'
import { dropPreview } from '../stores/preview.ts'
import { closeAll } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import styles from './Workbench.module.css'

/** In place of the workbench, where it cannot be drawn: what happened, what is kept, and other books. */
export function BookCannotBeShown({ error, again }: FailureProps) {
  const fileName = useBook((state) => state.fileName)
  return (
    <main className={styles['failure']} data-ready="true">
      <h1>{fileName === '' ? 'The window cannot be shown' : `“${fileName}” cannot be shown`}</h1>
      <p role="alert">{sentenceOf(error)}</p>
      <p>Every edit that was saved is in its file, and nothing in it was changed by this.</p>
      <Ways again={again} />
    </main>
  )
}

/** In place of the term sheet and the figures, where they cannot be drawn: the deals beside them can still be hidden. */
export function SheetCannotBeShown({ error, again }: FailureProps) {
  return (
    <div className={styles['failure']}>
      <h1>Terms and figures cannot be shown</h1>
      <p role="alert">{sentenceOf(error)}</p>
      <p>
        Every edit that was saved is in the book. Undo the last edit, hide the deal it was made in, or show
        another book.
      </p>
      <Ways again={again} />
    </div>
  )
}

/** In place of the charts, where they cannot be drawn. They are tried again with the next edit. */
export function ChartsCannotBeShown({ error, again }: FailureProps) {
  return (
    <div className={styles['failure']}>
      <p role="alert">The chart cannot be shown. {sentenceOf(error)}</p>
      <button type="button" className={controls['button']} onClick={again}>
        Try again
      </button>
    </div>
  )
}

/** In place of what opens over the workbench and cannot be drawn: a notice, and it is closed. */
export function ClosedByError({ error }: FailureProps) {
  useEffect(() => {
    closeAll()
    notify('error', `What you opened cannot be shown. ${sentenceOf(error)}`)
  }, [error])
  return null
}

/** Ways on from a book that cannot be shown. */
function Ways({ again }: Pick<FailureProps, 'again'>) {
  const hasDialogs = useInfo((info) => info.shell === 'desktop')
  const start = () => {
    closeAll()
    dropPreview()
    again()
  }
  const button = (label: string, run: () => void, kind: 'primary' | 'button' = 'button') => (
    <button type="button" className={controls[kind]} onClick={run}>
      {label}
    </button>
  )
  return (
    <div>
      {button('Try again', start, 'primary')}
      {button('Read the window again', () => location.reload())}
      {button('Open recent…', () => runCommand('book.recent'))}
      {hasDialogs && button('Open another book…', () => runCommand('book.open'))}
      {hasDialogs && button('New book…', () => runCommand('book.new'))}
      {button('Open the sample book', () => void openBook('book.sample', {}))}
    </div>
  )
}

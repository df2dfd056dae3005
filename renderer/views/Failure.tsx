import { runCommand } from '../commands/registry.ts'
import { useBook } from '../stores/book.ts'
import { useInfo } from '../stores/info.ts'
import { openBook } from '../stores/keeping.ts'
import controls from '../styles/controls.module.css'
import { NewestBackup } from './NewestBackup.tsx'
import { Recovery } from './Recovery.tsx'
import styles from './Workbench.module.css'

/** In place of the workbench where no book could be opened: why, and what can be done. */
export function Failure() {
  const failure = useBook((state) => state.failure)
  const hasDialogs = useInfo((info) => info.shell === 'desktop')
  return (
    <main className={styles['failure']} data-ready="true">
      <h1>The book could not be opened</h1>
      <p role="alert">{failure?.message}</p>
      {failure?.code === 'damaged' && <Recovery />}
      {failure?.code === 'busy' && hasDialogs && <NewestBackup />}
      <div>
        <button
          type="button"
          className={failure?.code === 'damaged' ? controls['button'] : controls['primary']}
          onClick={() => void openBook('book.retry', {})}
        >
          Try again
        </button>
        <button type="button" className={controls['button']} onClick={() => runCommand('book.recent')}>
          Open recent…
        </button>
        <button type="button" className={controls['button']} onClick={() => void openBook('book.sample', {})}>
          Open the sample book
        </button>
        {hasDialogs && (
          <>
            <button type="button" className={controls['button']} onClick={() => runCommand('book.open')}>
              Open another book…
            </button>
            <button type="button" className={controls['button']} onClick={() => runCommand('book.new')}>
              New book…
            </button>
          </>
        )}
      </div>
    </main>
  )
}

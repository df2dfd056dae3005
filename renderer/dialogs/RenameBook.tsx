import { useState } from 'react'
import { fileNameProblem } from '../../shared/format/fileName.ts'
import { useBook } from '../stores/book.ts'
import { renameBook } from '../stores/keeping.ts'
import controls from '../styles/controls.module.css'
import { AppDialog } from './AppDialog.tsx'
import styles from './dialogs.module.css'

const extension = '.offtake'

/** Gives the file of the book another name in its folder. */
export function RenameBook() {
  const fileName = useBook((state) => state.fileName)
  const stem = fileName.endsWith(extension) ? fileName.slice(0, -extension.length) : fileName
  const [typed, setTyped] = useState(stem)
  const [problem, setProblem] = useState<string | null>(null)
  async function rename(): Promise<void> {
    const name = typed.trim()
    setProblem(fileNameProblem(name) ?? (await renameBook(name)))
  }
  return (
    <AppDialog title="Rename the book’s file" explanation="It stays in its folder. Its backups go with it.">
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void rename()
        }}
      >
        <label className={controls['labelled']}>
          Name
          <input
            className={controls['field']}
            value={typed}
            autoFocus
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : 'rename-problem'}
            onChange={(event) => setTyped(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
          {problem !== null && (
            <span id="rename-problem" role="alert" className={controls['problem']}>
              {problem}
            </span>
          )}
        </label>
        <button type="submit" className={controls['primary']}>
          Rename
        </button>
      </form>
    </AppDialog>
  )
}

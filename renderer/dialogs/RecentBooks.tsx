import { ask } from '../api.ts'
import { openBook } from '../stores/keeping.ts'
import controls from '../styles/controls.module.css'
import { AppDialog } from './AppDialog.tsx'
import styles from './dialogs.module.css'
import { useAnswer } from './useAnswer.ts'

const list = () => ask('book.recent', {})

/** The books opened before, the last one first. */
export function RecentBooks() {
  const [answer] = useAnswer(list)
  return (
    <AppDialog title="Open recent">
      {answer?.ok && (
        <ul className={styles['list']}>
          {answer.value.books.map((book) => (
            <li key={book.index} className={styles['entry']}>
              <span className={styles['name']} title={book.fileName}>
                {book.fileName}
              </span>
              <span className={styles['detail']}>
                {book.isThere ? book.folder : `no longer in ${book.folder}`}
              </span>
              <span className={styles['actions']}>
                <button
                  type="button"
                  className={controls['button']}
                  disabled={!book.isThere || book.isOpen}
                  aria-label={`Open ${book.fileName}`}
                  onClick={() => void openBook('book.openRecent', { index: book.index })}
                >
                  {book.isOpen ? 'Open now' : 'Open'}
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </AppDialog>
  )
}

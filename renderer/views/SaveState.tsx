import { timeOfDay } from '../clock.ts'
import { useBook } from '../stores/book.ts'
import { useOverwritten } from '../stores/overwritten.ts'
import styles from './TopBar.module.css'

/** Whether what is on the screen is in the file. It is not read out: each edit is, and one that is not saved is an alert. */
export function SaveState() {
  const waiting = useBook((state) => state.waiting.length + state.inCore)
  const savedAt = useBook((state) => state.savedAt)
  const fileName = useBook((state) => state.fileName)
  const isSettled = useBook((state) => state.isSettled)
  const isLost = useOverwritten((state) => state.reason !== null)
  return (
    <span
      className={styles['saved']}
      data-testid="save-state"
      data-waiting={waiting}
      data-settled={isSettled}
      title={fileName}
    >
      {isLost
        ? 'Not saved: the file was overwritten or is gone'
        : waiting > 0
          ? 'Saving…'
          : 'All changes saved'}
      {!isLost && waiting === 0 && savedAt !== null && (
        <span className={styles['time']}> {timeOfDay(savedAt)}</span>
      )}
    </span>
  )
}

import type { KeptBackup } from '../../shared/contract/keeping.ts'
import { ask } from '../api.ts'
import { useInfo } from '../stores/info.ts'
import { openBook, restore } from '../stores/keeping.ts'
import controls from '../styles/controls.module.css'
import { AppDialog } from './AppDialog.tsx'
import styles from './dialogs.module.css'
import { useAnswer } from './useAnswer.ts'
import { spokenCount, spokenSize, spokenTime } from './when.ts'

const list = () => ask('backups.list', {})

/** What a backup holds, in a line. */
export function contentsOf({ contents, bytes }: KeptBackup): string {
  if (!contents) return 'It cannot be read.'
  const others = contents.deals - contents.dealNames.length
  const names = [...contents.dealNames, ...(others > 0 ? [`${others} more`] : [])].join(', ')
  const edit = contents.lastEdit ? `; last edit: ${contents.lastEdit.label}` : ''
  return `${spokenCount(contents.deals, 'deal')}${names ? `: ${names}` : ''}${edit} (${spokenSize(bytes)})`
}

/** The backups of the book, each with what it holds. */
export function Backups() {
  const [answer] = useAnswer(list)
  const hasDialogs = useInfo((info) => info.shell === 'desktop')
  return (
    <AppDialog
      title="Backups"
      explanation="A backup is made each time the book is opened, before its first edit: the last ten are kept, and one a day for two weeks and one a week for eight."
      isWide
    >
      {!answer && <p className={styles['none']}>The backups are being read…</p>}
      {answer && !answer.ok && <p role="alert">{answer.error.message}</p>}
      {answer?.ok && answer.value.backups.length === 0 && (
        <p className={styles['none']}>There is no backup of this book yet.</p>
      )}
      {answer?.ok && answer.value.backups.length > 0 && (
        <ul className={styles['list']}>
          {answer.value.backups.map((backup) => (
            <li key={backup.fileName} className={styles['entry']}>
              <span className={styles['name']}>{spokenTime(backup.madeAt)}</span>
              <span className={styles['detail']}>{contentsOf(backup)}</span>
              <span className={styles['actions']}>
                <button
                  type="button"
                  className={controls['button']}
                  disabled={!backup.contents}
                  onClick={() =>
                    void restore(
                      { channel: 'backups.restore', fileName: backup.fileName },
                      `The backup of ${spokenTime(backup.madeAt)}`,
                    )
                  }
                >
                  Restore
                </button>
                {hasDialogs && <OpenAsCopy backup={backup} />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </AppDialog>
  )
}

export const OpenAsCopy = ({ backup, label = 'Open as a copy…' }: { backup: KeptBackup; label?: string }) => (
  <button
    type="button"
    className={controls['button']}
    disabled={!backup.contents}
    onClick={() => void openBook('backups.openCopy', { fileName: backup.fileName })}
  >
    {label}
  </button>
)

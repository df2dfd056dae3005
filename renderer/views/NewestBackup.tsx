import { ask } from '../api.ts'
import { contentsOf, OpenAsCopy } from '../dialogs/Backups.tsx'
import { useAnswer } from '../dialogs/useAnswer.ts'
import { spokenTime } from '../dialogs/when.ts'
import styles from './Workbench.module.css'

const list = () => ask('backups.list', {})

/** Where a book is open elsewhere: its newest backup, which can be opened meanwhile as a book of its own. */
export function NewestBackup() {
  const [answer] = useAnswer(list)
  const newest = answer?.ok ? answer.value.backups.find(({ contents }) => contents !== null) : undefined
  if (!newest) return null
  return (
    <section className={styles['way']}>
      <h2>Its newest backup is of {spokenTime(newest.madeAt)}</h2>
      <p>{contentsOf(newest)}</p>
      <OpenAsCopy backup={newest} label="Open that as a separate copy…" />
    </section>
  )
}

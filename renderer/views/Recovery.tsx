import { useState } from 'react'
import type { Output } from '../../shared/contract/contract.ts'
import type { KeptBackup, Recovery as Ways } from '../../shared/contract/keeping.ts'
import type { Result } from '../../shared/contract/result.ts'
import { ask } from '../api.ts'
import { contentsOf } from '../dialogs/Backups.tsx'
import { useAnswer } from '../dialogs/useAnswer.ts'
import { spokenCount, spokenTime } from '../dialogs/when.ts'
import { showSnapshot } from '../stores/book.ts'
import { notify } from '../stores/notice.ts'
import controls from '../styles/controls.module.css'
import styles from './Workbench.module.css'

const read = () => ask('recovery.read', {})

/** What can be done about a damaged book: its newest backup first, then all that can still be read. */
export function Recovery() {
  const [answer] = useAnswer(read)
  const [isBusy, setBusy] = useState(false)
  if (!answer) return <p>What can be recovered is being looked for…</p>
  if (!answer.ok) return <p>{answer.error.message}</p>
  const { backup, salvage } = answer.value
  const put = async (asked: Promise<Result<Output<'recovery.salvage'>>>) => {
    setBusy(true)
    const done = await asked
    setBusy(false)
    showRecovered(done)
  }
  return (
    <>
      <p>
        Whichever way you choose, the damaged file is kept: it is set aside under a name with today’s date.
      </p>
      {backup && (
        <FromBackup
          ways={answer.value}
          backup={backup}
          isBusy={isBusy}
          onChoose={() => void put(ask('recovery.restore', { fileName: backup.fileName }))}
        />
      )}
      {salvage && (
        <section className={styles['way']}>
          <h2>Make a new book of what can still be read: {spokenCount(salvage.deals, 'deal')}</h2>
          <Sentences lines={salvage.missing} />
          <button
            type="button"
            className={backup ? controls['button'] : controls['primary']}
            disabled={isBusy}
            onClick={() => void put(ask('recovery.salvage', {}))}
          >
            Recover what can be read
          </button>
        </section>
      )}
      {!backup && !salvage && <p>There is no sound backup of it, and nothing in it can be read.</p>}
    </>
  )
}

interface FromBackupProps {
  ways: Ways
  backup: KeptBackup
  isBusy: boolean
  onChoose: () => void
}

function FromBackup({ ways: { lacking }, backup, isBusy, onChoose }: FromBackupProps) {
  return (
    <section className={styles['way']}>
      <h2>Go back to the backup of {spokenTime(backup.madeAt)}</h2>
      <p>{contentsOf(backup)}</p>
      {lacking === null && <p>It lacks what was edited after that.</p>}
      {lacking?.length === 0 && <p>It lacks no edit the book still knows of.</p>}
      {lacking !== null && lacking.length > 0 && (
        <>
          <p>It lacks {spokenCount(lacking.length, 'later edit')}:</p>
          <Sentences lines={lacking} />
        </>
      )}
      <button type="button" className={controls['primary']} disabled={isBusy} onClick={onChoose}>
        Go back to this backup
      </button>
    </section>
  )
}

const shownLines = 8

function Sentences({ lines }: { lines: readonly string[] }) {
  const rest = lines.length - shownLines
  return (
    <ul>
      {lines.slice(0, shownLines).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {rest > 0 && <li>and {rest} more</li>}
    </ul>
  )
}

/** Shows the book that was recovered, and says what is missing and where the damaged file lies. */
function showRecovered(answer: Result<Output<'recovery.salvage'>>): void {
  if (!answer.ok) return notify('error', answer.error.message)
  const { snapshot, aside, missing } = answer.value
  showSnapshot(snapshot)
  // It stays until it is closed: what is missing has to be read.
  notify('error', [`The damaged file was set aside as “${aside}”.`, ...missing].join(' '))
}

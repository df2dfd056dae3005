import { useState } from 'react'
import type { KeptVersion } from '../../shared/contract/keeping.ts'
import { ask } from '../api.ts'
import { keepVersion, restore } from '../stores/keeping.ts'
import controls from '../styles/controls.module.css'
import { AppDialog } from './AppDialog.tsx'
import { Differences } from './Differences.tsx'
import styles from './dialogs.module.css'
import { useAnswer } from './useAnswer.ts'
import { spokenCount, spokenTime } from './when.ts'

const list = () => ask('versions.list', {})

/** Named states of the book: kept, looked at beside the present, restored. */
export function Versions() {
  const [answer, again] = useAnswer(list)
  const [compared, setCompared] = useState<KeptVersion | null>(null)
  if (compared) return <Compared version={compared} onBack={() => setCompared(null)} />
  return (
    <AppDialog
      title="Versions"
      explanation="A version is the whole book as it was, under a name, such as what was sent to the board. It is kept in the book and never changes."
    >
      <NewVersion onKept={again} />
      {answer && !answer.ok && <p role="alert">{answer.error.message}</p>}
      {answer?.ok && answer.value.versions.length === 0 && (
        <p className={styles['none']}>No version is kept in this book yet.</p>
      )}
      {answer?.ok && answer.value.versions.length > 0 && (
        <ul className={styles['list']}>
          {answer.value.versions.map((version) => (
            <li key={version.id} className={styles['entry']}>
              <span className={styles['name']} title={version.name}>
                <bdi>{version.name}</bdi>
              </span>
              <span className={styles['detail']}>
                {spokenTime(version.madeAt)}, {spokenCount(version.deals, 'deal')}
              </span>
              <span className={styles['actions']}>
                <button type="button" className={controls['button']} onClick={() => setCompared(version)}>
                  Compare
                </button>
                <Restore version={version} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </AppDialog>
  )
}

const Restore = ({ version: { id, name } }: { version: KeptVersion }) => (
  <button
    type="button"
    className={controls['button']}
    onClick={() => void restore({ channel: 'versions.restore', id }, `“${name}”`)}
  >
    Restore
  </button>
)

function NewVersion({ onKept }: { onKept: () => void }) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isKeeping, setKeeping] = useState(false)
  async function keep(): Promise<void> {
    const name = typed.trim()
    if (name === '') return setProblem('A version needs a name, such as “Sent to board”.')
    setKeeping(true)
    const refused = await keepVersion(name)
    setKeeping(false)
    setProblem(refused)
    if (refused !== null) return
    setTyped('')
    onKept()
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <label className={controls['labelled']}>
        Keep the book as it is now, as
        <input
          className={controls['field']}
          value={typed}
          maxLength={120}
          placeholder="Sent to board"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'version-problem'}
          onChange={(event) => setTyped(event.target.value)}
        />
        {problem !== null && (
          <span id="version-problem" role="alert" className={controls['problem']}>
            {problem}
          </span>
        )}
      </label>
      <button type="submit" className={controls['primary']} disabled={isKeeping}>
        Keep
      </button>
    </form>
  )
}

function Compared({ version, onBack }: { version: KeptVersion; onBack: () => void }) {
  return (
    <AppDialog
      title={`${version.name}, beside the present book`}
      explanation={`Kept on ${spokenTime(version.madeAt)}. What is not listed is as it was.`}
      isWide
    >
      <div className={styles['form']}>
        <span />
        <button type="button" className={controls['button']} onClick={onBack}>
          All versions
        </button>
        <Restore version={version} />
      </div>
      <Differences version={version} />
    </AppDialog>
  )
}

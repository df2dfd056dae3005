import { useState } from 'react'
import { openAsItIsNow, saveAsNew } from '../stores/keeping.ts'
import { useOverwritten } from '../stores/overwritten.ts'
import controls from '../styles/controls.module.css'
import styles from './Workbench.module.css'

/** Offers to save or reopen a book whose file is gone or was overwritten by another program. */
export function OverwrittenBar() {
  const reason = useOverwritten((state) => state.reason)
  const [isBusy, setBusy] = useState(false)
  if (!reason) return null
  const choose = async (done: Promise<void>) => {
    setBusy(true)
    await done
    setBusy(false)
  }
  return (
    <div className={styles['overwritten']} role="alert">
      <p>{reason.message}</p>
      <div>
        <button
          type="button"
          className={controls['primary']}
          disabled={isBusy}
          onClick={() => void choose(saveAsNew())}
        >
          Save what is on the screen as a new book…
        </button>
        <button
          type="button"
          className={controls['button']}
          disabled={isBusy}
          onClick={() => void choose(openAsItIsNow())}
        >
          Open the file as it is now
        </button>
      </div>
    </div>
  )
}

import { dismissNotice, useNotice } from '../stores/notice.ts'
import controls from '../styles/controls.module.css'
import styles from './Workbench.module.css'
import { Icon } from '../components/Icon.tsx'

/** The last thing that needs saying. */
export function NoticeBar() {
  const notice = useNotice((state) => state.notice)
  if (!notice) return null
  return (
    <div
      className={`${styles['notice']} ${styles[notice.tone]}`}
      role={notice.tone === 'error' ? 'alert' : 'status'}
    >
      <span>{notice.text}</span>
      <button
        type="button"
        className={`${controls['quiet']} ${controls['icon']}`}
        aria-label="Close"
        onClick={dismissNotice}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}

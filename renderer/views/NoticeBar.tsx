import { dismissNotice, type Notice, useNotice } from '../stores/notice.ts'
import controls from '../styles/controls.module.css'
import styles from './Workbench.module.css'
import { Icon } from '../components/Icon.tsx'

/** The last thing that needs saying. */
export function NoticeBar() {
  const notice = useNotice((state) => state.notice)
  // A place that was there before is read out; an alert is as it appears.
  return (
    <>
      <div className={styles['spoken']} role="status">
        {notice && notice.tone !== 'error' && <Bar notice={notice} />}
      </div>
      {notice?.tone === 'error' && (
        <div className={styles['spoken']} role="alert">
          <Bar notice={notice} />
        </div>
      )}
    </>
  )
}

function Bar({ notice: { tone, text, action } }: { notice: Notice }) {
  return (
    <div className={`${styles['notice']} ${styles[tone]}`}>
      {tone === 'working' && <span className={styles['atWork']} aria-hidden />}
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className={`${controls['button']} ${styles['noticeAction']}`}
          onClick={() => {
            dismissNotice()
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
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

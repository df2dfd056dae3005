import { formatCount } from '../../shared/format/number.ts'
import { useBook } from '../stores/book.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { historyButtonId } from './HistoryButtons.tsx'
import { HistoryList } from './HistoryList.tsx'
import styles from './HistoryPanel.module.css'
import { SidePanel } from './SidePanel.tsx'

/** Every step of the book, in the place of the charts: the sheet and its figures stay in view and follow. */
export function HistoryPanel() {
  const { steps, cursor } = useBook((state) => state.workspace.history)
  const { locale } = useNumberStyle()
  return (
    <SidePanel
      title="History"
      closes="Close the history"
      status={countOf(steps.length, cursor, locale)}
      openerId={historyButtonId}
    >
      {steps.length > 0 ? (
        <HistoryList steps={steps} cursor={cursor} />
      ) : (
        <p className={styles['none']}>
          Every edit will be a step here. Choose one to take the book to where it stood then, and back again.
        </p>
      )}
    </SidePanel>
  )
}

function countOf(count: number, done: number, locale: string): string {
  if (count === 0) return ''
  const steps = `${formatCount(count, locale)} ${count === 1 ? 'step' : 'steps'}`
  return done === count ? steps : `${steps}, ${formatCount(count - done, locale)} undone`
}

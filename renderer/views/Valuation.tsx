import { lazy, Suspense, useState } from 'react'
import type { Settings } from '../../shared/schema/book.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { useBook } from '../stores/book.ts'
import controls from '../styles/controls.module.css'

const OpenValuation = lazy(async () => ({ default: (await import('../popups.ts')).OpenValuation }))

/** The button that opens the conventions: present value, and whose figures they are where that is not the buyer. */
export const valuationName = ({ discounting, timing, perspective }: Settings): string =>
  `NPV: ${discounting === 'actual365' ? 'act/365' : discounting}, ${timing === 'middle' ? 'mid-month' : timing}${perspective === 'provider' ? '; provider' : ''}`

/** The button that opens the conventions, for whoever leads to them. */
export const conventionsButtonId = 'conventions'

/** What holds for the figures of every column: part of each figure, and the same for all. */
export function Valuation() {
  const [isUsed, setUsed] = useState(false)
  const settings = useBook((state) => settingsOf(state.workspace.book))
  const button = (
    <button
      type="button"
      id={conventionsButtonId}
      className={controls['button']}
      aria-haspopup="dialog"
      onClick={() => setUsed(true)}
    >
      {valuationName(settings)}
    </button>
  )
  if (!isUsed) return button
  return (
    <Suspense fallback={button}>
      <OpenValuation />
    </Suspense>
  )
}

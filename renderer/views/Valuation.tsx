import { lazy, Suspense, useState } from 'react'
import type { Settings } from '../../shared/schema/book.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { useBook } from '../stores/book.ts'
import controls from '../styles/controls.module.css'

const OpenValuation = lazy(async () => ({ default: (await import('../popups.ts')).OpenValuation }))

export const valuationName = ({ discounting, timing }: Pick<Settings, 'discounting' | 'timing'>): string =>
  `NPV: ${discounting === 'actual365' ? 'act/365' : discounting}, ${timing === 'middle' ? 'mid-month' : timing}`

/** The conventions of every present value: part of the figure, and the same for all columns. */
export function Valuation() {
  const [isUsed, setUsed] = useState(false)
  const settings = useBook((state) => settingsOf(state.workspace.book))
  const button = (
    <button type="button" className={controls['button']} aria-haspopup="dialog" onClick={() => setUsed(true)}>
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

import { Popover } from '@base-ui/react/popover'
import { discountings, timings, valuations } from '../../shared/schema/vocabulary.ts'
import type { Settings } from '../../shared/schema/book.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { Choice } from '../components/Choice.tsx'
import { edit, useBook } from '../stores/book.ts'
import { notify } from '../stores/notice.ts'
import controls from '../styles/controls.module.css'
import styles from './TopBar.module.css'
import { valuationName } from './Valuation.tsx'

const words = {
  effective: 'effective, by months',
  nominal: 'nominal / 12, by months',
  actual365: 'effective, actual/365',
  advance: 'in advance',
  middle: 'in mid-month',
  arrears: 'in arrears',
  earliestStart: 'the earliest start',
  asOf: 'the as-of date',
} as const

const options = <Id extends keyof typeof words>(ids: readonly Id[]) =>
  ids.map((id) => ({ id, label: words[id] }))

function choose(changes: Partial<Pick<Settings, 'discounting' | 'timing' | 'valuation'>>): void {
  const made = edit({ type: 'settings.set', changes })
  if (!made.ok) notify('error', made.error.message)
}

/** The conventions of every present value, from their first opening on. */
export function OpenValuation() {
  const { discounting, timing, valuation } = useBook((state) => settingsOf(state.workspace.book))
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger className={controls['button']}>
        {valuationName({ discounting, timing })}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end">
          <Popover.Popup className={`${controls['popup']} ${styles['popover']}`}>
            <Popover.Title className="visually-hidden">Present value</Popover.Title>
            <div className={styles['row']}>
              Discounting
              <Choice
                label="Discounting"
                value={discounting}
                options={options(discountings)}
                onChoose={(id) => choose({ discounting: id })}
              />
            </div>
            <div className={styles['row']}>
              Fees are taken to fall
              <Choice
                label="Timing"
                value={timing}
                options={options(timings)}
                onChoose={(id) => choose({ timing: id })}
              />
            </div>
            <div className={styles['row']}>
              Valued at
              <Choice
                label="Valuation date"
                value={valuation}
                options={options(valuations)}
                onChoose={(id) => choose({ valuation: id })}
              />
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

import { Popover } from '@base-ui/react/popover'
import { type Parsed, parsed } from '../../shared/format/expression.ts'
import { formatCount, formatUnitPrice } from '../../shared/format/number.ts'
import { parseCount, parseUnitPrice } from '../../shared/format/parse.ts'
import { limits } from '../../shared/schema/limits.ts'
import { discountings, parties, timings, valuations } from '../../shared/schema/vocabulary.ts'
import type { Settings } from '../../shared/schema/book.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { Choice } from '../components/Choice.tsx'
import { CommittedField } from '../components/CommittedField.tsx'
import { edit, useBook } from '../stores/book.ts'
import { burst } from '../stores/gesture.ts'
import { notify } from '../stores/notice.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import controls from '../styles/controls.module.css'
import styles from './TopBar.module.css'
import { conventionsButtonId, valuationName } from './Valuation.tsx'

const words = {
  effective: 'effective, by months',
  nominal: 'nominal / 12, by months',
  actual365: 'effective, actual/365',
  advance: 'in advance',
  middle: 'in mid-month',
  arrears: 'in arrears',
  earliestStart: 'the earliest start',
  asOf: 'the as-of date',
  buyer: 'the buyer, who pays',
  provider: 'the provider, who earns',
} as const

const options = <Id extends keyof typeof words>(ids: readonly Id[]) =>
  ids.map((id) => ({ id, label: words[id] }))

/** Makes the edit; answers with why not, or null. */
function put(changes: Partial<Settings>, gesture?: string): string | null {
  const made = edit({ type: 'settings.set', changes }, gesture)
  return made.ok ? null : made.error.message
}

function choose(changes: Partial<Settings>): void {
  const refused = put(changes, burst(`choose ${Object.keys(changes).join()}`))
  if (refused !== null) notify('error', refused)
}

/** What holds for the figures of every column: the conventions of present values, for whom, and the price on demand. */
export function OpenValuation() {
  const settings = useBook((state) => settingsOf(state.workspace.book))
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger id={conventionsButtonId} className={controls['button']}>
        {valuationName(settings)}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end">
          <Popover.Popup className={`${controls['popup']} ${styles['popover']}`}>
            <Popover.Title className="visually-hidden">Conventions of all figures</Popover.Title>
            <div className={styles['row']}>
              Discounting
              <Choice
                label="Discounting"
                value={settings.discounting}
                options={options(discountings)}
                onChoose={(discounting) => choose({ discounting })}
              />
            </div>
            <div className={styles['row']}>
              Fees are taken to fall
              <Choice
                label="Timing"
                value={settings.timing}
                options={options(timings)}
                onChoose={(timing) => choose({ timing })}
              />
            </div>
            <div className={styles['row']}>
              Valued at
              <Choice
                label="Valuation date"
                value={settings.valuation}
                options={options(valuations)}
                onChoose={(valuation) => choose({ valuation })}
              />
            </div>
            <hr className={controls['separator']} />
            <div className={styles['row']}>
              Read for
              <Choice
                label="Perspective"
                value={settings.perspective}
                options={options(parties)}
                onChoose={(perspective) => choose({ perspective })}
              />
            </div>
            <OnDemand settings={settings} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** What capacity costs that is rented by the hour instead, and how much of it there is. Empty where none is assumed. */
function OnDemand({ settings: { onDemandPrice, onDemandGpus } }: { settings: Settings }) {
  const style = useNumberStyle()
  const gpuBounds = { least: 0, most: limits.gpus, subject: 'The number of GPUs', ignored: ['GPUs', 'GPU'] }
  return (
    <>
      <CommittedField
        label="Price on demand, a GPU-hour"
        placeholder="none"
        value={onDemandPrice === null ? '' : formatUnitPrice(onDemandPrice, style)}
        onCommit={(text) => {
          const price = emptyOr(text, () => parseUnitPrice(text, style))
          return price.ok ? put({ onDemandPrice: price.value }) : price.problem
        }}
      />
      <CommittedField
        label="GPUs to be had on demand"
        placeholder="not said"
        value={onDemandGpus === null ? '' : formatCount(onDemandGpus, style.locale)}
        onCommit={(text) => {
          const gpus = emptyOr(text, () => parseCount(text, style.locale, gpuBounds))
          return gpus.ok ? put({ onDemandGpus: gpus.value }) : gpus.problem
        }}
      />
    </>
  )
}

const emptyOr = <T,>(text: string, parse: () => Parsed<T>): Parsed<T | null> =>
  text.trim() === '' ? parsed(null) : parse()

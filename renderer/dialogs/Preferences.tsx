import type { Preferences as Chosen } from '../../shared/contract/contract.ts'
import { amountUnits, formatAmount, formatPercent } from '../../shared/format/number.ts'
import { papers, usualPaper } from '../../shared/format/paper.ts'
import { parsePercent } from '../../shared/format/parse.ts'
import { limits } from '../../shared/schema/limits.ts'
import { Choice } from '../components/Choice.tsx'
import { CommittedField } from '../components/CommittedField.tsx'
import { prefer, systemLocale, useNumberStyle, usePreferences } from '../stores/preferences.ts'
import { AppDialog } from './AppDialog.tsx'
import styles from './Preferences.module.css'

const themes = [
  { id: 'system', label: 'as the system' },
  { id: 'light', label: 'light' },
  { id: 'dark', label: 'dark' },
] as const

const units = amountUnits.map((id) => ({
  id,
  label: { billions: 'billions, B', millions: 'millions, M', thousands: 'thousands, k', exact: 'whole, $' }[
    id
  ],
}))

const usual = 'usual'
const paperNames = { a4: 'A4', letter: 'US Letter' } as const
const decimals = [
  { id: usual, label: 'as many as usual' },
  ...Array.from({ length: 7 }, (_, count) => ({ id: String(count), label: String(count) })),
]

/** Where numbers are written each in another way; the system’s own may be any. */
const locales = [
  'en-US',
  'en-GB',
  'en-IN',
  'de-DE',
  'de-CH',
  'fr-FR',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'sv-SE',
  'ja-JP',
  'ko-KR',
  'zh-CN',
]
const system = 'system'
const languages = new Intl.DisplayNames('en', { type: 'language' })
const localeOptions = () => [
  { id: system, label: `as the system: ${exampleIn(systemLocale())}` },
  ...locales.map((id) => ({ id, label: `${languages.of(id) ?? id}: ${exampleIn(id)}` })),
]

function exampleIn(locale: string): string {
  return new Intl.NumberFormat(locale).format(1_234_567.5)
}

const months = Array.from({ length: 12 }, (_, month) => ({
  id: String(month + 1),
  label: new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month)),
}))

const sample = 1_234_567_890_12

/** How this machine shows every book, and what a new deal begins with. */
export function Preferences() {
  const chosen = usePreferences()
  const style = useNumberStyle()
  return (
    <AppDialog title="Preferences" explanation="They hold for every book on this machine, at once.">
      <div className={styles['rows']}>
        <Row label="Theme" value={chosen.theme} options={themes} onChoose={(theme) => prefer({ theme })} />
        <Row
          label="Amounts in"
          value={chosen.unit}
          options={units}
          onChoose={(unit) => prefer({ unit, decimals: null })}
        />
        <Row
          label="Decimals"
          value={chosen.decimals === null ? usual : String(chosen.decimals)}
          options={decimals}
          onChoose={(id) => prefer({ decimals: id === usual ? null : Number(id) })}
        />
        <Row
          label="Numbers are written"
          value={chosen.locale ?? system}
          options={localeOptions()}
          onChoose={(id) => prefer({ locale: id === system ? null : id })}
        />
        <p className={styles['sample']} role="status">
          An amount is shown as <b>{formatAmount(sample, style)}</b>.
        </p>
        <Row
          label="A year begins in"
          value={String(chosen.yearStart)}
          options={months}
          onChoose={(id) => prefer({ yearStart: Number(id) })}
        />
        <Row
          label="Paper size"
          value={chosen.paper ?? usual}
          options={[
            { id: usual, label: `default: ${paperNames[usualPaper(style.locale)]}` },
            ...papers.map((id) => ({ id, label: paperNames[id] })),
          ]}
          onChoose={(id) => prefer({ paper: id === usual ? null : id })}
        />
        <DiscountRate chosen={chosen} locale={style.locale} />
      </div>
    </AppDialog>
  )
}

function Row<Id extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  label: string
  value: Id
  options: readonly { id: Id; label: string }[]
  onChoose(id: Id): void
}) {
  return (
    <div className={styles['row']}>
      <span>{label}</span>
      <Choice label={label} value={value} options={options} onChoose={onChoose} />
    </div>
  )
}

const bounds = {
  least: limits.lowestDiscountRate,
  most: limits.highestDiscountRate,
  subject: 'A discount rate',
}

function DiscountRate({ chosen, locale }: { chosen: Chosen; locale: string }) {
  return (
    <div className={styles['row']}>
      <span>A new deal is discounted at</span>
      <CommittedField
        label="Discount rate of a new deal, a year"
        isLabelHidden
        value={formatPercent(chosen.discountRate, locale)}
        onCommit={(text) => {
          const rate = parsePercent(text, locale, bounds)
          if (!rate.ok) return rate.problem
          prefer({ discountRate: rate.value })
          return null
        }}
      />
    </div>
  )
}

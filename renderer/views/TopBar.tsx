import { formatDate } from '../../shared/format/date.ts'
import { amountUnits } from '../../shared/format/number.ts'
import { parseDate } from '../../shared/format/parse.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { Choice } from '../components/Choice.tsx'
import { CommittedField } from '../components/CommittedField.tsx'
import { runCommand } from '../commands/registry.ts'
import { edit, useBook } from '../stores/book.ts'
import { shownBook } from '../stores/preview.ts'
import { currentNumberStyle, prefer, usePreferences } from '../stores/preferences.ts'
import controls from '../styles/controls.module.css'
import { BookMenu } from './BookMenu.tsx'
import { HistoryButton, HistoryButtons } from './HistoryButtons.tsx'
import { SaveState } from './SaveState.tsx'
import styles from './TopBar.module.css'
import { Valuation } from './Valuation.tsx'
import { Icon } from '../components/Icon.tsx'

const units = amountUnits.map((id) => ({
  id,
  label: { billions: 'Billions', millions: 'Millions', thousands: 'Thousands', exact: 'To the cent' }[id],
}))

/** The book, its state, and what holds for every column. */
export function TopBar() {
  const { name, currency, asOf } = useBook((state) => settingsOf(shownBook(state)))
  const unit = usePreferences((preferences) => preferences.unit)
  const theme = usePreferences((preferences) => preferences.theme)
  const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const
  return (
    <header className={styles['bar']}>
      <h1 className={styles['name']} dir="auto">
        {name}
      </h1>
      <SaveState />
      <HistoryButtons />
      <HistoryButton />
      <div className={styles['grow']} />
      <div className={styles['asOf']}>
        <span aria-hidden>As of</span>
        <CommittedField
          label="As of"
          isLabelHidden
          className={styles['date']}
          value={formatDate(asOf)}
          onCommit={(text) => {
            const date = parseDate(text, 'first', currentNumberStyle().locale)
            if (!date.ok) return date.problem
            const made = edit({ type: 'settings.set', changes: { asOf: date.value } })
            return made.ok ? null : made.error.message
          }}
        />
      </div>
      <div className={styles['wide']}>
        <Choice
          label={`Amounts in ${currency}`}
          value={unit}
          options={units}
          onChoose={(chosen) => prefer({ unit: chosen, decimals: null })}
        />
      </div>
      <Valuation />
      <button
        type="button"
        className={`${controls['quiet']} ${controls['icon']} ${styles['wide']}`}
        aria-label={`Theme: ${theme}. Change to ${nextTheme[theme]}`}
        title={`Theme: ${theme}`}
        onClick={() => prefer({ theme: nextTheme[theme] })}
      >
        <Icon name={theme} />
      </button>
      <button type="button" className={controls['primary']} onClick={() => runCommand('summary.export')}>
        Export PDF
      </button>
      <BookMenu />
    </header>
  )
}

import { useState } from 'react'
import { usualCurrency } from '../../shared/format/currency.ts'
import { currencyDigits } from '../../shared/money.ts'
import { Choice } from '../components/Choice.tsx'
import { openBook } from '../stores/keeping.ts'
import { systemLocale } from '../stores/preferences.ts'
import { closeDialog } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { AppDialog } from './AppDialog.tsx'
import styles from './dialogs.module.css'

const names = new Intl.DisplayNames('en', { type: 'currency' })
const currencies = Object.keys(currencyDigits).map((id) => ({ id, label: `${id}, ${names.of(id) ?? id}` }))

/** Asks for what a new book cannot be without, before the file dialog asks for its name and folder. */
export function NewBook() {
  const [currency, setCurrency] = useState(() => usualCurrency(systemLocale()))
  return (
    <AppDialog title="New book" explanation="All amounts of a book are in one currency.">
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          // What may have to be answered before another book is shown stands in the window.
          closeDialog()
          void openBook('book.new', { currency })
        }}
      >
        <Choice label="Currency" value={currency} options={currencies} onChoose={setCurrency} />
        <button type="submit" className={controls['primary']} autoFocus>
          Choose a file…
        </button>
      </form>
    </AppDialog>
  )
}

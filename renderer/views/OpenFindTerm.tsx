import { Autocomplete } from '@base-ui/react/autocomplete'
import { useMemo, useState } from 'react'
import { findTerms } from '../../shared/terms/find.ts'
import { type Term, termGroups } from '../../shared/terms/term.ts'
import { goTo } from '../commands/dealParts.ts'
import { focusCell } from '../editors/movement.ts'
import { useComparison } from '../stores/comparison.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import styles from './FindTerm.module.css'
import { findButtonId } from './FindTerm.tsx'

/** The field that looks for a term as it is typed; Enter puts the keyboard on the term. */
export function OpenFindTerm() {
  const { columns } = useComparison()
  const style = useNumberStyle()
  const [query, setQuery] = useState('')
  const deals = useMemo(() => columns.map(({ terms }) => terms), [columns])
  const found = useMemo(() => findTerms(query, deals, style), [query, deals, style])
  const active = useView((view) => view.active)
  const deal = deals.find(({ deal: { id } }) => id === active?.dealId) ?? deals[0]

  function close(): void {
    useView.setState({ isFinding: false })
  }

  function choose(term: Term): void {
    close()
    if (deal) goTo({ dealId: deal.deal.id, termId: term.id })
  }

  return (
    <Autocomplete.Root
      items={found}
      filter={null}
      autoHighlight
      value={query}
      onValueChange={setQuery}
      itemToStringValue={(term: Term) => term.label}
    >
      <Autocomplete.Input
        autoFocus
        className={styles['field']}
        aria-label="Find a term"
        placeholder="Label, section or value"
        onBlur={({ target }) => document.activeElement !== target && close()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          close()
          if (active) focusCell(active)
          else requestAnimationFrame(() => document.getElementById(findButtonId)?.focus())
        }}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} align="start">
          <Autocomplete.Popup className={`${controls['popup']} ${styles['found']}`}>
            <Autocomplete.Empty className={styles['none']}>
              {query.trim() === '' ? null : 'No term of these deals is called or says that.'}
            </Autocomplete.Empty>
            <Autocomplete.List>
              {(term: Term) => (
                <Autocomplete.Item
                  key={term.id}
                  value={term}
                  className={`${controls['item']} ${styles['term']}`}
                  onClick={() => choose(term)}
                >
                  <span>{term.label}</span>
                  <small>{termGroups[term.group]}</small>
                  <span className={styles['value']}>{deal && term.show(deal, style)}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}

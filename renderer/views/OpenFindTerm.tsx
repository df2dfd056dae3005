import { Autocomplete } from '@base-ui/react/autocomplete'
import { Popover } from '@base-ui/react/popover'
import { useMemo, useRef, useState } from 'react'
import { findTerms } from '../../shared/terms/find.ts'
import { type Term, termGroups } from '../../shared/terms/term.ts'
import { goTo } from '../commands/dealParts.ts'
import { isComposing } from '../components/composing.ts'
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
  const input = useRef<HTMLInputElement>(null)
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
      inline
      open
      items={found}
      filter={null}
      autoHighlight="always"
      keepHighlight
      value={query}
      onValueChange={setQuery}
      itemToStringValue={(term: Term) => term.label}
    >
      <Autocomplete.Input
        ref={input}
        autoFocus
        className={styles['field']}
        aria-label="Find a term"
        placeholder="Label, section or value"
        onBlur={({ target }) => document.activeElement !== target && close()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event)) return
          close()
          if (active) focusCell(active)
          else requestAnimationFrame(() => document.getElementById(findButtonId)?.focus())
        }}
      />
      {/* A popover of its own: the library's popup of a combobox hides all else from screen readers while it is open. */}
      <Popover.Root open={query.trim() !== ''}>
        <Popover.Portal>
          <Popover.Positioner anchor={input} sideOffset={4} align="start">
            <Popover.Popup
              className={`${controls['popup']} ${styles['found']}`}
              aria-label="Terms found"
              initialFocus={false}
              finalFocus={false}
            >
              <Autocomplete.Empty className={styles['none']}>
                No term of these deals is called or says that.
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
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </Autocomplete.Root>
  )
}

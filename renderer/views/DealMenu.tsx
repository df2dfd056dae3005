import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { hasPartsOf } from '../../shared/schema/partOfBook.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { Menu, type MenuEntry } from '../components/Menu.tsx'
import { onDeal } from '../commands/registry.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { useBook } from '../stores/book.ts'
import { useInfo } from '../stores/info.ts'
import { startEditing } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { Icon } from '../components/Icon.tsx'

/** What can be done with a deal as a whole, and with the charges and tranches it consists of. */
export function DealMenu({ dealId, name }: { dealId: string; name: string }) {
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={`${controls['quiet']} ${controls['icon']}`}
          aria-label={`Actions for ${name}`}
        >
          <Icon name="more" />
        </button>
      }
      entries={() => entriesOf(dealId)}
    />
  )
}

function entriesOf(dealId: string): MenuEntry[] {
  const { book } = useBook.getState().workspace
  if (!book.deals[dealId]) return []
  const { shown, archived } = book.deals[dealId]
  const hasDialogs = useInfo.getState().shell === 'desktop'
  const isBaseline = settingsOf(book).baselineId === dealId
  // Of a large book only the deals side by side are at hand with their parts.
  const partEntries: MenuEntry[] = hasPartsOf(book, dealId)
    ? [
        { label: 'Add a charge', run: () => onDeal.addCharge(dealId) },
        { label: 'Add a tranche', run: () => onDeal.addTranche(dealId) },
        ...removalsOf(dealId),
        'separator',
      ]
    : []
  return [
    {
      label: 'Rename',
      shortcut: 'F2',
      run: () => startEditing({ dealId, termId: 'name' }),
      isDisabled: !shown,
    },
    { label: 'Duplicate', shortcut: shownShortcut('Mod+D'), run: () => onDeal.duplicate(dealId) },
    { label: 'Make it the baseline', run: () => onDeal.makeBaseline(dealId), isDisabled: isBaseline },
    'separator',
    ...partEntries,
    { label: 'Move left', shortcut: shownShortcut('Alt+Shift+←'), run: () => onDeal.move(dealId, -1) },
    { label: 'Move right', shortcut: shownShortcut('Alt+Shift+→'), run: () => onDeal.move(dealId, 1) },
    { label: shown ? 'Hide' : 'Show', run: () => onDeal.show(dealId, !shown), isDisabled: isBaseline },
    'separator',
    { label: 'Copy as JSON', run: () => onDeal.copy(dealId) },
    { label: 'Export as JSON…', run: () => onDeal.export(dealId), isDisabled: !hasDialogs },
    'separator',
    archived
      ? { label: 'Take out of the archive', run: () => onDeal.archive(dealId, false) }
      : { label: 'Archive', run: () => onDeal.archive(dealId, true), isDisabled: isBaseline },
    { label: 'Remove', run: () => onDeal.remove(dealId) },
  ]
}

/** A deal keeps one charge and one tranche. */
function removalsOf(dealId: string): MenuEntry[] {
  const { charges, tranches } = dealTerms(useBook.getState().workspace.book, dealId)
  return [
    ...(charges.length > 1 ? charges : []).map(({ charge: { id, label } }) => ({
      label: `Remove charge: ${label}`,
      run: () => onDeal.removeCharge(id),
    })),
    ...(tranches.length > 1 ? tranches : []).map(({ tranche: { id, label } }) => ({
      label: `Remove tranche: ${label}`,
      run: () => onDeal.removeTranche(id),
    })),
  ]
}

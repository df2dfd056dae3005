import { settingsOf } from '../../shared/schema/readBook.ts'
import { Menu } from '../components/Menu.tsx'
import { onDeal } from '../commands/registry.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { useBook } from '../stores/book.ts'
import { startEditing } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { Icon } from '../components/Icon.tsx'

/** What can be done with a deal as a whole. */
export function DealMenu({ dealId, name }: { dealId: string; name: string }) {
  const isBaseline = useBook((state) => settingsOf(state.workspace.book).baselineId === dealId)
  const isShown = useBook((state) => state.workspace.book.deals[dealId]?.shown ?? false)
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
      entries={[
        {
          label: 'Rename',
          shortcut: 'F2',
          run: () => startEditing({ dealId, termId: 'name' }),
          isDisabled: !isShown,
        },
        { label: 'Duplicate', shortcut: shownShortcut('Mod+D'), run: () => onDeal.duplicate(dealId) },
        { label: 'Make it the baseline', run: () => onDeal.makeBaseline(dealId), isDisabled: isBaseline },
        'separator',
        { label: 'Move left', shortcut: shownShortcut('Alt+Shift+←'), run: () => onDeal.move(dealId, -1) },
        { label: 'Move right', shortcut: shownShortcut('Alt+Shift+→'), run: () => onDeal.move(dealId, 1) },
        {
          label: isShown ? 'Hide' : 'Show',
          run: () => onDeal.show(dealId, !isShown),
          isDisabled: isBaseline,
        },
        'separator',
        { label: 'Remove', run: () => onDeal.remove(dealId) },
      ]}
    />
  )
}

import { runCommand } from '../commands/registry.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { Icon } from '../components/Icon.tsx'
import { Menu, type MenuEntry } from '../components/Menu.tsx'
import { useInfo } from '../stores/info.ts'
import controls from '../styles/controls.module.css'

const entry = (label: string, command: string, shortcut?: string): Exclude<MenuEntry, 'separator'> => ({
  label,
  run: () => runCommand(command),
  ...(shortcut === undefined ? {} : { shortcut: shownShortcut(shortcut) }),
})

/** What is done with the book as a whole and as a file. */
export function BookMenu() {
  const hasDialogs = useInfo((info) => info.shell === 'desktop')
  const onDesktop = (each: Exclude<MenuEntry, 'separator'>) => ({ ...each, isDisabled: !hasDialogs })
  return (
    <Menu
      trigger={
        <button type="button" className={`${controls['quiet']} ${controls['icon']}`} aria-label="Book">
          <Icon name="more" />
        </button>
      }
      entries={() => [
        onDesktop(entry('New book…', 'book.new', 'Mod+Shift+N')),
        onDesktop(entry('Open book…', 'book.open', 'Mod+O')),
        entry('Open recent…', 'book.recent'),
        'separator',
        onDesktop(entry('Save a copy…', 'book.saveCopy')),
        entry('Rename…', 'book.rename'),
        onDesktop(entry('Show in folder', 'book.reveal')),
        'separator',
        onDesktop(entry('Import JSON…', 'document.import', 'Mod+Shift+O')),
        onDesktop(entry('Export book as JSON…', 'book.export')),
        'separator',
        entry('Versions…', 'book.versions'),
        entry('Backups…', 'book.backups'),
        entry('History', 'history.show', 'Mod+Shift+H'),
      ]}
    />
  )
}

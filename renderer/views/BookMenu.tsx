import { commandGroups, type CommandId } from '../../shared/contract/commands.ts'
import { appCommands, canRun, runCommand } from '../commands/registry.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { Icon } from '../components/Icon.tsx'
import { Menu, type MenuEntry } from '../components/Menu.tsx'
import controls from '../styles/controls.module.css'

/** What is done with the book as a whole and as a file, and where help is: for shells that show no menu of their own. */
export function BookMenu() {
  return (
    <Menu
      trigger={
        <button type="button" className={`${controls['quiet']} ${controls['icon']}`} aria-label="Book">
          <Icon name="more" />
        </button>
      }
      entries={() =>
        groups().flatMap((group, place): MenuEntry[] => [
          ...(place === 0 ? [] : ['separator' as const]),
          ...group.map(entryOf),
        ])
      }
    />
  )
}

const alsoHere = ['history.show', 'palette.show', 'help.shortcuts'] satisfies CommandId[]

const groups = (): string[][] => [
  ...commandGroups('File').map((group) => group.map(({ id }) => id)),
  alsoHere,
]

function entryOf(id: string): MenuEntry {
  const command = appCommands.find((each) => each.id === id)!
  const [shortcut] = command.shortcuts
  return {
    label: command.title,
    run: () => runCommand(id),
    isDisabled: !canRun(command),
    ...(shortcut === undefined ? {} : { shortcut: shownShortcut(shortcut) }),
  }
}

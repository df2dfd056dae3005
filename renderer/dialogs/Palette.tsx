import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { commandMenus } from '../../shared/contract/commands.ts'
import { rankOf } from '../../shared/format/wordMatch.ts'
import { type AppCommand, appCommands, canRun, runCommand } from '../commands/registry.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { closeDialog } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import styles from './Palette.module.css'

/** Every command that can run now, found by its words. Arrows choose, Enter runs, Escape leaves. */
export function Palette() {
  const [commands] = useState(() =>
    appCommands.filter((command) => command.id !== 'palette.show' && canRun(command)),
  )
  const [query, setQuery] = useState('')
  const found = matching(commands, query)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeDialog()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['palette']} aria-label="Find a command">
          <Autocomplete.Root
            inline
            open
            autoHighlight="always"
            keepHighlight
            value={query}
            onValueChange={setQuery}
            items={commands}
            filteredItems={found}
            itemToStringValue={({ title }) => title}
          >
            <Autocomplete.Input
              className={styles['input']}
              placeholder="Find a command"
              aria-label="Find a command"
            />
            <Autocomplete.Empty className={styles['empty']}>No command has these words.</Autocomplete.Empty>
            <Autocomplete.List className={styles['list']}>
              {(command: AppCommand) => (
                <Autocomplete.Item
                  key={command.id}
                  value={command}
                  className={controls['item']}
                  onClick={() => {
                    closeDialog()
                    runCommand(command.id)
                  }}
                >
                  <span>
                    <span className={styles['menu']}>{command.menu}</span>
                    {command.title}
                  </span>
                  {command.shortcuts[0] !== undefined && (
                    <kbd className={controls['shortcut']}>{shownShortcut(command.shortcuts[0])}</kbd>
                  )}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The best first; without a query in the order of the menus. */
function matching(commands: readonly AppCommand[], query: string): AppCommand[] {
  const place = (command: AppCommand) => commandMenus.indexOf(command.menu)
  return commands
    .map((command) => ({ command, rank: rankOf(query, command.title, command.menu) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => b.rank! - a.rank! || place(a.command) - place(b.command))
    .map(({ command }) => command)
}

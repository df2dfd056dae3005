import { appCommands, runCommand } from './registry.ts'

const isMac = navigator.platform.startsWith('Mac')

/** `Mod+Shift+Z` for a key press, in the registry's spelling. */
function spell(event: KeyboardEvent): string {
  const isMod = isMac ? event.metaKey : event.ctrlKey
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [isMod && 'Mod', event.altKey && 'Alt', event.shiftKey && 'Shift', key].filter(Boolean).join('+')
}

/** A shortcut as it stands beside a command: `Ctrl+Shift+Z`. */
export const shownShortcut = (shortcut: string): string => shortcut.replace('Mod', isMac ? '⌘' : 'Ctrl')

/** In a field, undo and redo are the field's own, and no cell is meant. */
const isTyping = (target: EventTarget | null) => target instanceof HTMLInputElement

export function listenToShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const spelled = spell(event)
    const command = appCommands.find(({ shortcuts }) => shortcuts.includes(spelled))
    if (!command || (isTyping(event.target) && /^(edit|sheet\.fill)/.test(command.id))) return
    event.preventDefault()
    runCommand(command.id)
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

import { isComposing } from '../components/composing.ts'
import { useView } from '../stores/view.ts'
import { appCommands, runCommand } from './registry.ts'
import { spellings } from './pressedKey.ts'
import { isTextField } from './textField.ts'

const isMac = navigator.platform.startsWith('Mac')

const glyphs: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: isMac ? '⇧' : 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** A shortcut as it stands beside a command: `Ctrl+Shift+Z`. */
export const shownShortcut = (shortcut: string): string =>
  shortcut
    .split('+')
    .map((key) => glyphs[key] ?? key)
    .join(isMac ? '' : '+')

/** In a text field, undo and redo are the field's own, and neither a cell nor a deal is meant. */
const isOfField = (target: EventTarget | null, id: string) =>
  isTextField(target) && /^(edit\.|cell\.|sheet\.fill|deal\.(duplicate|move))/.test(id)

export function listenToShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    // What stands over the window has the keyboard to itself.
    if (useView.getState().dialog !== null) return
    // What a cell or a choice has answered already: Alt and an arrow open them, and step no number.
    if (event.defaultPrevented || isComposing(event)) return
    const spelled = spellings(event, isMac)
    // The whole of the window is no text: its fields and the sheet have a meaning of their own for this key.
    if (spelled.includes('Mod+A') && !isTextField(event.target)) event.preventDefault()
    const command = appCommands.find(({ shortcuts }) => shortcuts.some((each) => spelled.includes(each)))
    if (!command || isOfField(event.target, command.id)) return
    event.preventDefault()
    runCommand(command.id)
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

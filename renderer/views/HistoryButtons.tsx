import { nextSteps } from '../../shared/history/advance.ts'
import { runCommand } from '../commands/registry.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { useBook } from '../stores/book.ts'
import controls from '../styles/controls.module.css'
import { Icon } from '../components/Icon.tsx'

/** Undo and redo, each naming the step it would take. */
export function HistoryButtons() {
  const history = useBook((state) => state.workspace.history)
  const { undo, redo } = nextSteps(history)
  return (
    <>
      <button
        type="button"
        className={`${controls['quiet']} ${controls['icon']}`}
        disabled={undo === null}
        aria-label={undo === null ? 'Undo' : `Undo ${undo}`}
        title={`${undo === null ? 'Nothing to undo' : `Undo ${undo}`} (${shownShortcut('Mod+Z')})`}
        onClick={() => runCommand('edit.undo')}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className={`${controls['quiet']} ${controls['icon']}`}
        disabled={redo === null}
        aria-label={redo === null ? 'Redo' : `Redo ${redo}`}
        title={`${redo === null ? 'Nothing to redo' : `Redo ${redo}`} (${shownShortcut('Mod+Shift+Z')})`}
        onClick={() => runCommand('edit.redo')}
      >
        <Icon name="redo" />
      </button>
    </>
  )
}

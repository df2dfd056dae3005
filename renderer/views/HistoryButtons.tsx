import { nextSteps } from '../../shared/history/advance.ts'
import { runCommand } from '../commands/registry.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { useBook } from '../stores/book.ts'
import { useView } from '../stores/view.ts'
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

/** Where the keyboard goes when the history is closed and nothing else had it before. */
export const historyButtonId = 'history-button'

/** Shows every step, or puts the charts back. It follows no edit. */
export function HistoryButton() {
  const isShown = useView((view) => view.panel === 'history')
  return (
    <button
      id={historyButtonId}
      type="button"
      className={`${controls['quiet']} ${controls['icon']}`}
      aria-label="History"
      aria-expanded={isShown}
      data-popup-open={isShown ? '' : undefined}
      title={`History (${shownShortcut('Mod+Shift+H')})`}
      onClick={() => runCommand('history.show')}
    >
      <Icon name="history" />
    </button>
  )
}

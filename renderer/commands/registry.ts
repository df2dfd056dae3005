import { ask } from '../api.ts'
import { edit, redo, undo, useBook, whenSaved } from '../stores/book.ts'
import { revealBook, saveCopy, showOpened } from '../stores/keeping.ts'
import { notify } from '../stores/notice.ts'
import { usePreferences } from '../stores/preferences.ts'
import { showDialog, useView } from '../stores/view.ts'
import { clearSelection, fillFromBaseline, fillRight } from '../editors/askedEdits.ts'
import { foldAll, sheetCells, toggleFilter } from '../stores/rows.ts'
import * as parts from './dealParts.ts'
import * as deals from './deals.ts'
import * as documents from './documents.ts'

export interface AppCommand {
  id: string
  title: string
  /** `Mod` is Ctrl, or Cmd on a Mac. */
  shortcuts: readonly string[]
  run(): void | Promise<void>
  /** Whether it can run now; always, where it does not say. */
  isEnabled?(): boolean
}

const refusedAloud = (result: { ok: true } | { ok: false; error: { message: string } }): void => {
  if (!result.ok) notify('error', result.error.message)
}

async function changeBook(channel: 'book.new' | 'book.open'): Promise<void> {
  await whenSaved()
  showOpened(await ask(channel, {}))
}

async function exportSummary(): Promise<void> {
  const { unit } = usePreferences.getState()
  const paper = /^en-(US|CA)$/.test(navigator.language) ? 'letter' : 'a4'
  const answer = await ask('summary.export', { unit, locale: navigator.language, paper })
  if (!answer.ok) return notify('error', answer.error.message)
  if (answer.value.status === 'saved') notify('info', `Saved ${answer.value.fileName}.`)
  if (answer.value.status === 'printable') window.open(`/${answer.value.page}`, '_blank')
}

/** The deal the keyboard is on, or the baseline. */
const currentDeal = (): string | null => {
  const { book } = useBook.getState().workspace
  const active = useView.getState().active?.dealId
  return active !== undefined && book.deals[active] ? active : (book.settings['book']?.baselineId ?? null)
}

const isOpen = () => useBook.getState().status === 'open'
const canUndo = () => isOpen() && useBook.getState().workspace.history.cursor > 0
const canRedo = () => {
  const { history } = useBook.getState().workspace
  return isOpen() && history.cursor < history.steps.length
}
const onCurrentDeal = (run: (dealId: string) => void) => () => {
  const dealId = currentDeal()
  if (dealId !== null) run(dealId)
}

/** Every command of the app, once: buttons, menus and shortcuts all come here. */
export const appCommands: readonly AppCommand[] = [
  { id: 'book.new', title: 'New book', shortcuts: ['Mod+Shift+N'], run: () => changeBook('book.new') },
  { id: 'book.open', title: 'Open book', shortcuts: ['Mod+O'], run: () => changeBook('book.open') },
  { id: 'book.recent', title: 'Open recent', shortcuts: [], run: () => showDialog('recent') },
  { id: 'book.saveCopy', title: 'Save a copy', shortcuts: [], run: saveCopy, isEnabled: isOpen },
  {
    id: 'book.rename',
    title: 'Rename the book’s file',
    shortcuts: [],
    run: () => showDialog('rename'),
    isEnabled: isOpen,
  },
  { id: 'book.reveal', title: 'Show in folder', shortcuts: [], run: revealBook, isEnabled: isOpen },
  {
    id: 'book.versions',
    title: 'Versions',
    shortcuts: [],
    run: () => showDialog('versions'),
    isEnabled: isOpen,
  },
  { id: 'book.backups', title: 'Backups', shortcuts: [], run: () => showDialog('backups') },
  { id: 'summary.export', title: 'Export PDF', shortcuts: ['Mod+P'], run: exportSummary, isEnabled: isOpen },
  { id: 'document.import', title: 'Import JSON', shortcuts: ['Mod+Shift+O'], run: documents.importDocument },
  {
    id: 'book.export',
    title: 'Export the book as JSON',
    shortcuts: [],
    run: () => documents.exportDocument(null),
    isEnabled: isOpen,
  },
  {
    id: 'deal.export',
    title: 'Export the deal as JSON',
    shortcuts: [],
    run: onCurrentDeal((dealId) => void documents.exportDocument(dealId)),
    isEnabled: isOpen,
  },
  {
    id: 'deal.copy',
    title: 'Copy the deal as JSON',
    shortcuts: [],
    run: onCurrentDeal(documents.copyDeal),
    isEnabled: isOpen,
  },
  {
    id: 'edit.undo',
    title: 'Undo',
    shortcuts: ['Mod+Z'],
    run: () => refusedAloud(undo()),
    isEnabled: canUndo,
  },
  {
    id: 'edit.redo',
    title: 'Redo',
    shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
    run: () => refusedAloud(redo()),
    isEnabled: canRedo,
  },
  {
    id: 'history.show',
    title: 'History',
    shortcuts: ['Mod+Shift+H'],
    run: () => useView.setState(({ isHistoryShown }) => ({ isHistoryShown: !isHistoryShown })),
    isEnabled: isOpen,
  },
  {
    id: 'deal.add',
    title: 'New deal',
    shortcuts: ['Mod+N'],
    run: () => refusedAloud(deals.addDeal()),
    isEnabled: isOpen,
  },
  {
    id: 'deal.duplicate',
    title: 'Duplicate deal',
    shortcuts: ['Mod+D'],
    run: onCurrentDeal((dealId) => refusedAloud(deals.duplicateDeal(dealId))),
    isEnabled: isOpen,
  },
  {
    id: 'charge.add',
    title: 'Add a charge',
    shortcuts: [],
    run: onCurrentDeal((dealId) => refusedAloud(parts.addCharge(dealId))),
    isEnabled: isOpen,
  },
  {
    id: 'tranche.add',
    title: 'Add a tranche',
    shortcuts: [],
    run: onCurrentDeal((dealId) => refusedAloud(parts.addTranche(dealId))),
    isEnabled: isOpen,
  },
  {
    id: 'deal.moveLeft',
    title: 'Move deal left',
    shortcuts: ['Alt+Shift+ArrowLeft'],
    run: onCurrentDeal((dealId) => refusedAloud(deals.moveDeal(dealId, -1))),
  },
  {
    id: 'deal.moveRight',
    title: 'Move deal right',
    shortcuts: ['Alt+Shift+ArrowRight'],
    run: onCurrentDeal((dealId) => refusedAloud(deals.moveDeal(dealId, 1))),
  },
  {
    id: 'sheet.silentTerms',
    title: 'Show every term, or only what is said',
    shortcuts: ['Mod+Shift+E'],
    run: () => toggleFilter('every'),
    isEnabled: isOpen,
  },
  {
    id: 'sheet.onlyDifferences',
    title: 'Show only what differs from the baseline, or what is said',
    shortcuts: ['Mod+Shift+D'],
    run: () => toggleFilter('differences'),
    isEnabled: isOpen,
  },
  {
    id: 'sheet.onlyUnsupported',
    title: 'Show only what no source states, or what is said',
    shortcuts: [],
    run: () => toggleFilter('unsupported'),
    isEnabled: isOpen,
  },
  {
    id: 'sheet.foldAll',
    title: 'Fold all sections',
    shortcuts: [],
    run: () => foldAll(true),
    isEnabled: isOpen,
  },
  {
    id: 'sheet.unfoldAll',
    title: 'Unfold all sections',
    shortcuts: [],
    run: () => foldAll(false),
    isEnabled: isOpen,
  },
  {
    id: 'sheet.find',
    title: 'Find a term',
    shortcuts: ['Mod+F'],
    run: () => useView.setState({ isFinding: true, tab: 'terms' }),
    isEnabled: () => isOpen() && sheetCells().deals.length > 0,
  },
  { id: 'sheet.fillRight', title: 'Fill right', shortcuts: ['Mod+R'], run: fillRight, isEnabled: isOpen },
  {
    id: 'sheet.fillFromBaseline',
    title: 'Fill from the baseline',
    shortcuts: ['Mod+Shift+R'],
    run: fillFromBaseline,
    isEnabled: isOpen,
  },
  {
    id: 'sheet.clear',
    title: 'Clear the cells',
    shortcuts: [],
    run: () => clearSelection(),
    isEnabled: isOpen,
  },
]

const byId = new Map(appCommands.map((command) => [command.id, command]))

export function runCommand(id: string): void {
  const command = byId.get(id)
  if (command && (command.isEnabled?.() ?? true)) void command.run()
}

/** What a deal's own menu does: the same edits, with refusals said aloud. */
export const onDeal = {
  duplicate: (dealId: string) => refusedAloud(deals.duplicateDeal(dealId)),
  remove: (dealId: string) => refusedAloud(edit({ type: 'deal.remove', dealId })),
  makeBaseline: (dealId: string) =>
    refusedAloud(edit({ type: 'settings.set', changes: { baselineId: dealId } })),
  show: (dealId: string, shown: boolean) =>
    refusedAloud(edit({ type: 'deal.set', dealId, changes: { shown } })),
  move: (dealId: string, by: -1 | 1) => refusedAloud(deals.moveDeal(dealId, by)),
  addCharge: (dealId: string) => refusedAloud(parts.addCharge(dealId)),
  addTranche: (dealId: string) => refusedAloud(parts.addTranche(dealId)),
  removeCharge: (chargeId: string) => refusedAloud(edit({ type: 'charge.remove', chargeId })),
  copy: documents.copyDeal,
  export: (dealId: string) => void documents.exportDocument(dealId),
  removeTranche: (trancheId: string) => refusedAloud(edit({ type: 'tranche.remove', trancheId })),
}

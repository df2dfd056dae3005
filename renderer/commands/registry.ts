import { type CommandId, type CommandWords, commandWords } from '../../shared/contract/commands.ts'
import { usualPaper } from '../../shared/format/paper.ts'
import { dealTemplates } from '../../shared/templates/dealTemplates.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { partTableOf } from '../../shared/terms/partTables.ts'
import { ask } from '../api.ts'
import { edit, redo, undo, useBook, whenSaved } from '../stores/book.ts'
import { useInfo } from '../stores/info.ts'
import { commitOpenEntry, leaveOpenEntry } from '../stores/openEntries.ts'
import { unlessUnentered } from '../stores/unentered.ts'
import { openBook, revealBook, saveCopy } from '../stores/keeping.ts'
import { notify, notifyWorking } from '../stores/notice.ts'
import { localeOf, prefer, usePreferences } from '../stores/preferences.ts'
import { explainFigure, type SectionAddress, showDialog, togglePanel, useView } from '../stores/view.ts'
import { clearSelection, fillFromBaseline, fillRight } from '../editors/askedEdits.ts'
import { partsId } from '../editors/movement.ts'
import { foldAll, sheetCells, toggleFilter } from '../stores/rows.ts'
import * as parts from './dealParts.ts'
import * as deals from './deals.ts'
import * as documents from './documents.ts'
import { copyFigures } from './figureCopies.ts'
import { pinReachedFigure } from './pinning.ts'
import { stepNumber } from './stepping.ts'

interface Run {
  run(): void | Promise<void>
  /**
   * What it asks of text that is still being typed. `entered`, unless it says otherwise: the text is entered first, and where
   * it is refused the command does not run. `complete`: nor does it while any entry stands that was refused, or a source
   * that is not saved, for it writes the book as it is. `any`: it runs whatever is typed.
   */
  typed?: 'entered' | 'complete' | 'any'
  /** Whether it can run now; always, where it does not say. */
  isEnabled?(): boolean
}

/** A command of the list with what it does. */
export interface AppCommand extends CommandWords, Run {
  shortcuts: readonly string[]
}

const refusedAloud = (result: { ok: true } | { ok: false; error: { message: string } }): void => {
  if (!result.ok) notify('error', result.error.message)
}

async function exportSummary(): Promise<void> {
  const preferences = usePreferences.getState()
  const { unit, decimals, yearStart } = preferences
  const locale = localeOf(preferences)
  const paper = preferences.paper ?? usualPaper(locale)
  if (!(await whenSaved())) return
  const done = notifyWorking('Exporting the PDF…')
  const answer = await ask('summary.export', { unit, decimals, locale, yearStart, paper })
  done()
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

const isSideBySide = (dealId: string | undefined) => sheetCells().deals.some(({ deal }) => deal.id === dealId)

const hasSheet = () => isOpen() && sheetCells().deals.length > 0

const hasDeal = () => isOpen() && currentDeal() !== null

const hasCell = () => isOpen() && isSideBySide(useView.getState().active?.dealId)

const hasFigure = () => isOpen() && isSideBySide(useView.getState().figure?.dealId)

function explainReachedFigure(): void {
  const { figure, explained } = useView.getState()
  const dealId = currentDeal()
  const first = dealId === null ? null : { figureId: 'totalContractValue', dealId }
  const of = figure ?? explained ?? first
  if (of) explainFigure(of)
}

/** The small table of the section the keyboard is in. */
function partsOfCell(): SectionAddress | null {
  const { active } = useView.getState()
  const group = active && termById(active.termId).group
  return group && partTableOf(group) ? { group, dealId: active.dealId } : null
}

function showParts(): void {
  const parts = partsOfCell()
  if (parts) document.getElementById(partsId(parts))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  useView.setState({ parts, evidence: null })
}

function showEvidence(): void {
  const { active } = useView.getState()
  if (active) useView.setState({ evidence: active })
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

/** A command for each template: `deal.add.prepaid`. */
function fromTemplates(): Record<`deal.add.${(typeof dealTemplates)[number]['id']}`, Run> {
  const run = (template: (typeof dealTemplates)[number]): Run => ({
    run: () => refusedAloud(deals.addFromTemplate(template)),
    isEnabled: isOpen,
  })
  return Object.fromEntries(
    dealTemplates.map((template) => [`deal.add.${template.id}`, run(template)]),
  ) as ReturnType<typeof fromTemplates>
}

const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const

/** What each command of the list does: buttons, menus, palette and shortcuts all come here. */
const runs: Record<CommandId, Run> = {
  'book.new': { run: () => showDialog('newBook') },
  'book.open': { run: () => openBook('book.open', {}) },
  'book.recent': { run: () => showDialog('recent'), typed: 'any' },
  'book.saveCopy': { run: saveCopy, isEnabled: isOpen, typed: 'complete' },
  'book.rename': { run: () => showDialog('rename'), isEnabled: isOpen },
  'book.reveal': { run: revealBook, isEnabled: isOpen, typed: 'any' },
  'book.versions': { run: () => showDialog('versions'), isEnabled: isOpen },
  'book.backups': { run: () => showDialog('backups'), typed: 'any' },
  'document.import': { run: documents.importDocument },
  'book.export': { run: () => documents.exportDocument(null), isEnabled: isOpen, typed: 'complete' },
  'deal.export': {
    run: onCurrentDeal((dealId) => void documents.exportDocument(dealId)),
    isEnabled: hasDeal,
    typed: 'complete',
  },
  'summary.export': { run: exportSummary, isEnabled: isOpen, typed: 'complete' },
  'app.preferences': { run: () => showDialog('preferences'), typed: 'any' },

  'edit.undo': { run: () => refusedAloud(undo()), isEnabled: canUndo },
  'edit.redo': { run: () => refusedAloud(redo()), isEnabled: canRedo },
  'history.show': { run: () => togglePanel('history'), isEnabled: isOpen, typed: 'any' },
  'cell.stepUp': { run: () => stepNumber(1), isEnabled: hasCell },
  'cell.stepDown': { run: () => stepNumber(-1), isEnabled: hasCell },
  'section.parts': { run: showParts, isEnabled: () => hasCell() && partsOfCell() !== null },
  'cell.evidence': { run: showEvidence, isEnabled: hasCell },
  'figure.pin': { run: pinReachedFigure, isEnabled: hasFigure },
  'figures.copy': { run: copyFigures, isEnabled: hasSheet, typed: 'complete' },
  'figure.explain': { run: explainReachedFigure, isEnabled: hasDeal },

  'deal.add': { run: () => refusedAloud(deals.addDeal()), isEnabled: isOpen },
  ...fromTemplates(),
  'deal.duplicate': { run: onCurrentDeal((dealId) => onDeal.duplicate(dealId)), isEnabled: hasDeal },
  'deal.copy': { run: onCurrentDeal(documents.copyDeal), isEnabled: hasDeal, typed: 'complete' },
  'deal.baseline': { run: onCurrentDeal((dealId) => onDeal.makeBaseline(dealId)), isEnabled: hasDeal },
  'deal.moveLeft': { run: onCurrentDeal((dealId) => onDeal.move(dealId, -1)), isEnabled: hasDeal },
  'deal.moveRight': { run: onCurrentDeal((dealId) => onDeal.move(dealId, 1)), isEnabled: hasDeal },
  'deal.hide': { run: onCurrentDeal((dealId) => onDeal.show(dealId, false)), isEnabled: hasDeal },
  'charge.add': { run: onCurrentDeal((dealId) => onDeal.addCharge(dealId)), isEnabled: hasDeal },
  'tranche.add': { run: onCurrentDeal((dealId) => onDeal.addTranche(dealId)), isEnabled: hasDeal },
  'deal.archive': { run: onCurrentDeal((dealId) => onDeal.archive(dealId, true)), isEnabled: hasDeal },
  'deal.remove': { run: onCurrentDeal((dealId) => onDeal.remove(dealId)), isEnabled: hasDeal },

  'palette.show': { run: () => showDialog('palette'), typed: 'any' },
  'sheet.silentTerms': { run: () => toggleFilter('every'), isEnabled: isOpen },
  'sheet.onlyDifferences': { run: () => toggleFilter('differences'), isEnabled: isOpen },
  'sheet.onlyUnsupported': { run: () => toggleFilter('unsupported'), isEnabled: isOpen },
  'sheet.foldAll': { run: () => foldAll(true), isEnabled: isOpen },
  'sheet.unfoldAll': { run: () => foldAll(false), isEnabled: isOpen },
  'sheet.find': {
    run: () => useView.setState({ isFinding: true, tab: 'terms' }),
    isEnabled: hasSheet,
    typed: 'any',
  },
  'sheet.fillRight': { run: fillRight, isEnabled: hasCell },
  'sheet.fillFromBaseline': { run: fillFromBaseline, isEnabled: hasCell },
  'sheet.clear': { run: () => clearSelection(), isEnabled: hasCell },
  'view.theme': { run: () => prefer({ theme: nextTheme[usePreferences.getState().theme] }), typed: 'any' },

  'help.shortcuts': { run: () => showDialog('shortcuts'), typed: 'any' },
}

/** Every command of the app, once. */
export const appCommands: readonly AppCommand[] = commandWords.map((words: CommandWords) => ({
  ...words,
  shortcuts: words.shortcuts ?? [],
  ...runs[words.id as CommandId],
}))

const byId = new Map(appCommands.map((command) => [command.id, command]))

/** Whether a command can run now, here. */
export const canRun = ({ needsFiles, isEnabled }: AppCommand): boolean =>
  (!needsFiles || useInfo.getState().shell === 'desktop') && (isEnabled?.() ?? true)

/**
 * Runs a command, once what is being typed is entered: the one way there is from menus, palette, keys and buttons. Takes any
 * text as the command's id, since the menu of the system asks by message.
 */
export function runCommand(id: string): void {
  const command = byId.get(id)
  if (!command) return
  if (command.typed === 'any') leaveOpenEntry()
  else if (!commitOpenEntry()) return
  if (!canRun(command)) return
  const run = () => void command.run()
  if (command.typed === 'complete') unlessUnentered('What is written now would not have it.', run)
  else run()
}

/** What a deal's own menu does: the same edits, with refusals said aloud. */
export const onDeal = {
  duplicate: (dealId: string) => refusedAloud(deals.duplicateDeal(dealId)),
  remove: (dealId: string) => refusedAloud(edit({ type: 'deal.remove', dealId })),
  makeBaseline: (dealId: string) =>
    refusedAloud(edit({ type: 'settings.set', changes: { baselineId: dealId } })),
  show: (dealId: string, shown: boolean) =>
    refusedAloud(edit({ type: 'deal.set', dealId, changes: { shown } })),
  archive: (dealId: string, archived: boolean) =>
    refusedAloud(edit({ type: 'deal.set', dealId, changes: { archived } })),
  move: (dealId: string, by: -1 | 1) => refusedAloud(deals.moveDeal(dealId, by)),
  moveBeside: (dealId: string, otherId: string, side: 'before' | 'after') =>
    refusedAloud(deals.moveBeside(dealId, otherId, side)),
  addCharge: (dealId: string) => refusedAloud(parts.addCharge(dealId)),
  addTranche: (dealId: string) => refusedAloud(parts.addTranche(dealId)),
  removeCharge: (chargeId: string) => refusedAloud(edit({ type: 'charge.remove', chargeId })),
  copy: documents.copyDeal,
  export: (dealId: string) => void documents.exportDocument(dealId),
  removeTranche: (trancheId: string) => refusedAloud(edit({ type: 'tranche.remove', trancheId })),
}

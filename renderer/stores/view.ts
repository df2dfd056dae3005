import { create } from 'zustand'
import type { ChartId } from '../../shared/charts/chart.ts'

/** A cell of the term sheet: a term of a deal. */
export interface CellAddress {
  dealId: string
  termId: string
}

/** Text in a cell that was refused: it stays, with the sentence that says why, until it is mended or given up. */
export interface Draft {
  text: string
  problem: string
}

export type AppDialogName = 'recent' | 'rename' | 'versions' | 'backups'

export interface ViewState {
  /** The cell the keyboard is on. */
  active: CellAddress | null
  /** The cell being edited, with the text its field begins with; null for what the cell says. */
  editing: (CellAddress & { startWith: string | null }) | null
  drafts: Readonly<Record<string, Draft>>
  /** The cell whose evidence is open. */
  evidence: CellAddress | null
  /** What stands over the workbench. */
  dialog: AppDialogName | null
  /** Whether the steps of the book stand in the place of the charts. */
  isHistoryShown: boolean
  /** Where charts have no room of their own, whether they stand in place of the term sheet. */
  tab: 'terms' | 'charts'
  /** The chart in focus; the others stand small beside it. */
  chart: ChartId
  /** Whether the sheet has a row for what no deal in it speaks of, too. */
  hasSilentTerms: boolean
  /** Whether the window was painted once. Until then it holds the rows that are in view, so that it is soon there. */
  isPainted: boolean
}

export const useView = create<ViewState>()(() => ({
  active: null,
  editing: null,
  drafts: {},
  evidence: null,
  dialog: null,
  isHistoryShown: false,
  tab: 'terms',
  chart: 'payments',
  hasSilentTerms: false,
  isPainted: false,
}))

export const showDialog = (dialog: AppDialogName): void => useView.setState({ dialog })
export const closeDialog = (): void => useView.setState({ dialog: null })

export const cellKey = ({ dealId, termId }: CellAddress): string => `${dealId} ${termId}`

const isCell = (cell: CellAddress | null, dealId: string, termId: string): boolean =>
  cell !== null && cell.dealId === dealId && cell.termId === termId

export function activate(cell: CellAddress): void {
  if (!isCell(useView.getState().active, cell.dealId, cell.termId)) useView.setState({ active: cell })
}

export const startEditing = (cell: CellAddress, startWith: string | null = null): void =>
  useView.setState({ active: cell, editing: { ...cell, startWith }, evidence: null })

/** Ends the editing of a cell, unless another is edited by now. Whether the keyboard is on the cell still. */
export function stopEditing({ dealId, termId }: CellAddress): boolean {
  const { active, editing } = useView.getState()
  if (isCell(editing, dealId, termId)) useView.setState({ editing: null })
  return isCell(active, dealId, termId)
}

export const keepDraft = (cell: CellAddress, draft: Draft): void =>
  useView.setState(({ drafts }) => ({ drafts: { ...drafts, [cellKey(cell)]: draft } }))

export function dropDraft(cell: CellAddress): void {
  const { drafts } = useView.getState()
  if (!drafts[cellKey(cell)]) return
  const { [cellKey(cell)]: _dropped, ...rest } = drafts
  useView.setState({ drafts: rest })
}

/** Everything that points into a book, before another one is shown. */
export const forgetCells = (): void =>
  useView.setState({ active: null, editing: null, drafts: {}, evidence: null })

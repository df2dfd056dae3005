import { create } from 'zustand'
import type { confidences } from '../../shared/schema/vocabulary.ts'
import type { TermFilter } from '../../shared/terms/filter.ts'
import type { TermGroup } from '../../shared/terms/term.ts'
import type { ChartId } from '../../shared/charts/chart.ts'

/** A cell of the term sheet: a term of a deal. */
export interface CellAddress {
  dealId: string
  termId: string
}

/** A section of a deal: what it says in a group of terms. */
export interface SectionAddress {
  dealId: string
  group: TermGroup
}

/** A figure of a deal. */
export interface FigureAddress {
  figureId: string
  dealId: string
}

/** Text in a cell that was refused: it stays, with the sentence that says why, until it is mended or given up. */
export interface Draft {
  text: string
  problem: string
}

/** A block of cells, from the one it began with to the one it was drawn to: both in it, in any direction. */
export interface CellRange {
  anchor: CellAddress
  extent: CellAddress
}

export type AppDialogName =
  | 'newBook'
  | 'recent'
  | 'rename'
  | 'versions'
  | 'backups'
  | 'palette'
  | 'preferences'
  | 'shortcuts'

/** What stands in the place of the charts, beside the sheet. */
export type PanelName = 'history' | 'explain'

/** What stands in the form of a cell’s evidence and was neither saved nor given up. */
export interface TypedEvidence {
  confidence: (typeof confidences)[number]
  source: string
  quotation: string
  dated: string
  alternative: string
  /** What the term would say on the other reading. */
  other: string
  isSupported: boolean
}

export interface ViewState {
  /** The cell the keyboard is on. */
  active: CellAddress | null
  /** The cells that are selected, where they are more than the one the keyboard is on. */
  range: CellRange | null
  /** The cell being edited, with the text its field begins with; null for what the cell says. */
  editing: (CellAddress & { startWith: string | null }) | null
  drafts: Readonly<Record<string, Draft>>
  /** What was typed into cells as formulas, by the key of the cell, until the window closes. */
  formulas: Readonly<Record<string, string>>
  /** The cell whose evidence is open. */
  evidence: CellAddress | null
  /** The section whose small table is open, and of which deal. */
  parts: SectionAddress | null
  /** By the key of their cells. */
  typedEvidence: Readonly<Record<string, TypedEvidence>>
  /** What stands over the workbench. */
  dialog: AppDialogName | null
  /** What stands in the place of the charts; null for the charts. */
  panel: PanelName | null
  /** The figure the keyboard is on, or was last. */
  figure: FigureAddress | null
  /** The figure that is explained in its panel. */
  explained: FigureAddress | null
  /** Where charts have no room of their own, whether they stand in place of the term sheet. */
  tab: 'terms' | 'charts'
  /** The chart in focus; the others stand small beside it. */
  chart: ChartId
  /** Which terms have a row in the sheet. */
  filter: TermFilter
  /** The sections of the sheet of which only the heading is shown. */
  folded: ReadonlySet<TermGroup>
  /** Whether a term is being looked for. */
  isFinding: boolean
  /** Whether the list of deals holds those that are archived, too. */
  hasArchive: boolean
  /** Whether the window was painted once. Until then it holds the rows that are in view, so that it is soon there. */
  isPainted: boolean
}

export const useView = create<ViewState>()(() => ({
  active: null,
  range: null,
  editing: null,
  drafts: {},
  formulas: {},
  evidence: null,
  parts: null,
  typedEvidence: {},
  dialog: null,
  panel: null,
  figure: null,
  explained: null,
  tab: 'terms',
  chart: 'payments',
  filter: 'said',
  folded: new Set(),
  isFinding: false,
  hasArchive: false,
  isPainted: false,
}))

export const showDialog = (dialog: AppDialogName): void => useView.setState({ dialog })
export const closeDialog = (): void => useView.setState({ dialog: null })

export const closePanel = (): void => useView.setState({ panel: null })

export const togglePanel = (panel: PanelName): void =>
  useView.setState((view) => ({ panel: view.panel === panel ? null : panel }))

/** Shows how a figure came about. */
export const explainFigure = ({ figureId, dealId }: FigureAddress): void =>
  useView.setState({ panel: 'explain', explained: { figureId, dealId } })

export const cellKey = ({ dealId, termId }: CellAddress): string => `${dealId} ${termId}`

const isCell = (cell: CellAddress | null, dealId: string, termId: string): boolean =>
  cell !== null && cell.dealId === dealId && cell.termId === termId

export function activate(cell: CellAddress): void {
  if (!isCell(useView.getState().active, cell.dealId, cell.termId))
    useView.setState({ active: cell, range: null })
}

export const startEditing = (cell: CellAddress, startWith: string | null = null): void =>
  useView.setState({ active: cell, range: null, editing: { ...cell, startWith }, evidence: null })

/** Ends the editing of a cell, unless another is edited by now. Whether the keyboard is on the cell still. */
export function stopEditing({ dealId, termId }: CellAddress): boolean {
  const { active, editing } = useView.getState()
  if (isCell(editing, dealId, termId)) useView.setState({ editing: null })
  return isCell(active, dealId, termId)
}

/** Ends the editing of a cell as the keyboard goes on to another. */
export const leaveCellFor = (next: CellAddress): void =>
  useView.setState({ editing: null, active: next, range: null })

export const keepDraft = (cell: CellAddress, draft: Draft): void =>
  useView.setState(({ drafts }) => ({ drafts: { ...drafts, [cellKey(cell)]: draft } }))

/** The drafts of these cells are given up, and those of some kept anew. */
export function replaceDrafts(
  given: readonly CellAddress[],
  kept: readonly { cell: CellAddress; draft: Draft }[],
): void {
  const { drafts } = useView.getState()
  if (kept.length === 0 && given.every((cell) => !drafts[cellKey(cell)])) return
  const gone = new Set(given.map(cellKey))
  const others = Object.entries(drafts).filter(([key]) => !gone.has(key))
  const anew = kept.map(({ cell, draft }) => [cellKey(cell), draft] as const)
  useView.setState({ drafts: Object.fromEntries([...others, ...anew]) })
}

export function dropDraft(cell: CellAddress): void {
  const { drafts } = useView.getState()
  if (!drafts[cellKey(cell)]) return
  const { [cellKey(cell)]: _dropped, ...rest } = drafts
  useView.setState({ drafts: rest })
}

/** Keeps the formula a cell was entered by, or drops it. */
export function keepFormula(cell: CellAddress, formula: string | null): void {
  const { formulas } = useView.getState()
  const { [cellKey(cell)]: before, ...others } = formulas
  if (formula !== null) useView.setState({ formulas: { ...others, [cellKey(cell)]: formula } })
  else if (before !== undefined) useView.setState({ formulas: others })
}

/** Keeps what was typed of a cell’s evidence, or drops it. */
export const keepTypedEvidence = (cell: CellAddress, typed: TypedEvidence | null): void =>
  useView.setState(({ typedEvidence }) => {
    const { [cellKey(cell)]: _before, ...others } = typedEvidence
    return { typedEvidence: typed ? { ...others, [cellKey(cell)]: typed } : others }
  })

/** Closes what is open over the workbench or in the place of the charts, and ends the editing of a cell. */
export const closeAll = (): void =>
  useView.setState({
    dialog: null,
    panel: null,
    evidence: null,
    parts: null,
    editing: null,
    isFinding: false,
  })

/** Everything that points into a book, before another one is shown. */
export const forgetCells = (): void =>
  useView.setState({
    active: null,
    range: null,
    editing: null,
    drafts: {},
    formulas: {},
    evidence: null,
    parts: null,
    typedEvidence: {},
    figure: null,
    explained: null,
  })

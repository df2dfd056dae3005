import type { DealFigures } from '../../shared/engine/figures.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { type TermFilter, termsShown } from '../../shared/terms/filter.ts'
import { type Term, type TermGroup, termGroups } from '../../shared/terms/term.ts'
import { useBook } from './book.ts'
import { comparisonOf } from './comparison.ts'
import { useView } from './view.ts'

/** A section of the sheet with the rows its filter leaves it; folded, none of them is shown. */
export interface Section {
  group: TermGroup
  rows: readonly Term[]
  isFolded: boolean
}

/** What the term sheet holds: its rows and, side by side, its deals. */
export interface SheetCells {
  /** The names first, then the rows of every section that is not folded. */
  rows: readonly Term[]
  deals: readonly DealTerms[]
  sections: readonly Section[]
}

const name = termById('name')
const groups = Object.keys(termGroups) as TermGroup[]

let last: {
  columns: readonly DealFigures[]
  baseline: DealTerms | null
  filter: TermFilter
  folded: ReadonlySet<TermGroup>
  cells: SheetCells
}

/** The cells of the sheet, for what is drawn and for the keyboard alike: the same object until one of them changes. */
export function sheetOf(
  columns: readonly DealFigures[],
  baseline: DealTerms | null,
  filter: TermFilter,
  folded: ReadonlySet<TermGroup>,
): SheetCells {
  const isLast = last?.columns === columns && last.baseline === baseline
  if (isLast && last.filter === filter && last.folded === folded) return last.cells
  const deals = columns.map(({ terms }) => terms)
  const byGroup = Map.groupBy(termsShown(deals, baseline, filter), (term) =>
    term === name ? null : term.group,
  )
  const sections = groups
    .map((group) => ({ group, rows: byGroup.get(group) ?? [], isFolded: folded.has(group) }))
    .filter(({ rows }) => rows.length > 0)
  const rows = [name, ...sections.flatMap((section) => (section.isFolded ? [] : section.rows))]
  last = { columns, baseline, filter, folded, cells: { rows, deals, sections } }
  return last.cells
}

/** The cells of the sheet as the keyboard finds them: the very rows that are drawn. */
export function sheetCells(): SheetCells {
  const { filter, folded } = useView.getState()
  const { columns, context } = comparisonOf(useBook.getState().workspace.book)
  return sheetOf(columns, context.baseline, filter, folded)
}

/** Shows the rows this filter leaves. */
export const filterRows = (filter: TermFilter): void => useView.setState({ filter, range: null })

/** Shows these rows, or where they are shown already what is said. */
export const toggleFilter = (filter: TermFilter): void =>
  filterRows(useView.getState().filter === filter ? 'said' : filter)

/** Shows only the heading of a section, or its rows again. */
export function fold(group: TermGroup, isFolded: boolean): void {
  const { folded } = useView.getState()
  if (folded.has(group) === isFolded) return
  const others = [...folded].filter((each) => each !== group)
  useView.setState({ folded: new Set(isFolded ? [...others, group] : others), range: null })
}

export const foldAll = (isFolded: boolean): void =>
  useView.setState({ folded: new Set(isFolded ? groups : []), range: null })

/** Gives a term a row where it has none: its section is unfolded, and a filter that leaves it out is widened. */
export function showTerm(term: Term): void {
  fold(term.group, false)
  for (const filter of ['said', 'every'] as const) {
    if (sheetCells().rows.includes(term)) return
    filterRows(filter)
  }
}

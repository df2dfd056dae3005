import type { DealFigures } from '../../shared/engine/figures.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Evidence } from '../../shared/schema/deal.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { hasShares } from '../../shared/tables/monthlyShares.ts'
import { differs } from '../../shared/terms/catalog.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import { partTableOf } from '../../shared/terms/partTables.ts'
import type { Term, TermGroup } from '../../shared/terms/term.ts'
import { keepAlike } from './alike.ts'

/** What stands in a cell of the sheet: a term of a deal, as it is seen. */
export interface SheetCell {
  dealId: string
  isBaseline: boolean
  text: string
  /** Whether the deal has what the term is a part of. */
  applies: boolean
  /** Whether it says something else than the baseline. */
  differs: boolean
  /** Where it comes from, and whether it was changed since. */
  evidence: Evidence | null
  isChanged: boolean
  /** Whether it is drawn by month, too. */
  isDrawn: boolean
}

interface Row {
  columns: readonly DealFigures[]
  baseline: DealTerms | null
  style: NumberStyle
  cells: readonly SheetCell[]
}

const rows = new Map<Term, Row>()

/** One term of every deal. Cells that show what they showed are the same objects, and so is the row of nothing but such. */
export function cellsOf(
  term: Term,
  columns: readonly DealFigures[],
  baseline: DealTerms | null,
  style: NumberStyle,
): readonly SheetCell[] {
  const last = rows.get(term)
  if (last?.columns === columns && last.baseline === baseline && last.style === style) return last.cells
  const cells = keepAlike(
    last?.cells,
    columns.map(({ terms }, place) => {
      const before = last?.style === style && last.columns[place]?.terms === terms && last.cells[place]
      if (before && last.baseline === baseline) return before
      const isBaseline = terms === baseline
      const isOther = baseline !== null && differs(term, terms, baseline)
      if (before && before.isBaseline === isBaseline && before.differs === isOther) return before
      return { ...(before || saidIn(term, terms, style)), isBaseline, differs: isOther }
    }),
  )
  rows.set(term, { columns, baseline, style, cells })
  return cells
}

/** What a cell shows of its own deal. */
function saidIn(term: Term, terms: DealTerms, style: NumberStyle) {
  const mark = evidenceOf(terms, term.id)
  return {
    dealId: terms.deal.id,
    text: term.show(terms, style),
    applies: term.applies(terms),
    evidence: mark?.entry ?? null,
    isChanged: mark?.differs ?? false,
    isDrawn: hasShares(term, terms),
  }
}

/** What stands in the heading of a section, of one deal: how many parts it has, where its group has a small table. */
export interface HeadingCell {
  dealId: string
  dealName: string
  isBaseline: boolean
  summary: string | null
}

const headings = new Map<TermGroup, readonly HeadingCell[]>()

/** The heading of a section, with the cells it had where they say the same. */
export function headingOf(
  group: TermGroup,
  columns: readonly DealFigures[],
  baseline: DealTerms | null,
): readonly HeadingCell[] {
  const table = partTableOf(group)
  const cells = keepAlike(
    headings.get(group),
    columns.map(({ terms }) => ({
      dealId: terms.deal.id,
      dealName: terms.deal.name,
      isBaseline: terms === baseline,
      summary: table?.summary(terms) ?? null,
    })),
  )
  headings.set(group, cells)
  return cells
}

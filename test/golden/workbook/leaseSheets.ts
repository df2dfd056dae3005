import { exits } from './exitColumns.ts'
import { value, worth } from './figureRows.ts'
import type { Cell, Sheet } from './flatOds.ts'
import type { Formula } from './formula.ts'
import { type AskedExit, askedExits, type LeaseName, leaseNames, leases, monthsShown } from './leases.ts'
import { months } from './monthColumns.ts'
import { monthsSheet, type Names, resolved } from './references.ts'
import { type Term, terms } from './termRows.ts'

/** A model of the leases in plain formulas of a spreadsheet, amounts in dollars: none of them is this program's. */

/** Present values count whole months: the lease that starts within one has none here. */
const hasWholeMonths = (lease: LeaseName) => lease !== 'from3May'

const names: Names = {
  terms: terms.map(({ name }) => name),
  months: months.map(({ name }) => name),
  monthCount: monthsShown,
}

const text = (literal: string): Cell => ({ style: 'text', literal })

function termsSheet(): Sheet {
  const cell = (term: Term, lease: LeaseName): Cell | null => {
    if ('formula' in term)
      return { style: term.style, formula: resolved(term.formula, { lease, columns: [], row: 0 }, names) }
    const literal = leases[lease][term.name]
    return literal === null ? null : { style: term.style, literal }
  }
  return {
    name: 'Terms',
    rows: [
      [text('term'), ...leaseNames.map(text)],
      ...terms.map((term) => [text(term.name), ...leaseNames.map((lease) => cell(term, lease))]),
    ],
  }
}

function monthRows(lease: LeaseName): Sheet {
  const cells = (row: number): Cell[] =>
    months.map(({ style, formula, first }) => ({
      style,
      formula: resolved((row === 1 && first) || formula, { lease, columns: names.months, row }, names),
    }))
  return {
    name: monthsSheet(lease),
    rows: [names.months.map(text), ...Array.from({ length: monthsShown }, (_, index) => cells(index + 1))],
  }
}

function figuresSheet(): Sheet {
  const row = ({ name, style, formula }: Formula, of: (lease: LeaseName) => boolean) => [
    text(name),
    ...leaseNames.map((lease) =>
      of(lease) ? { style, formula: resolved(formula, { lease, columns: [], row: 0 }, names) } : null,
    ),
  ]
  return {
    name: 'Figures',
    rows: [
      [text('figure'), ...leaseNames.map(text)],
      ...value.map((figure) => row(figure, () => true)),
      ...worth.map((figure) => row(figure, hasWholeMonths)),
    ],
  }
}

function exitsSheet(): Sheet {
  const columns = ['lease', 'reading', 'noticeOn', ...exits(askedExits[0]!).map(({ name }) => name)]
  const row = (asked: AskedExit, index: number): Cell[] => [
    text(asked.lease),
    text(asked.reading),
    { style: 'date', literal: asked.noticeOn },
    ...exits(asked).map(({ style, formula }) => ({
      style,
      formula: resolved(formula, { lease: asked.lease, columns, row: index + 1 }, names),
    })),
  ]
  return { name: 'Exits', rows: [columns.map(text), ...askedExits.map(row)] }
}

/** Terms in, everything else formulas: the months of each lease, its figures, and its exits on the dates asked for. */
export const leaseSheets = (): Sheet[] => [
  termsSheet(),
  ...leaseNames.map(monthRows),
  figuresSheet(),
  exitsSheet(),
]

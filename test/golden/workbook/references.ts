import { leaseNames, type LeaseName } from './leases.ts'

/**
 * Formulas are written with names in braces, and a name becomes the address of its cell: `{fee}` a term of the lease,
 * `{days}` the cell of that column in the same row, `{days:above}` the one above it, `{days:all}` the whole column of
 * the lease's months, `{start:leases}` a term of every lease.
 */

const column = (index: number): string => String.fromCharCode(65 + index)

export const monthsSheet = (lease: LeaseName): string => `${lease} months`

/** Where names are found: a table's columns in their order, below one row of headings. */
export interface Names {
  terms: readonly string[]
  months: readonly string[]
  /** How many months there are. */
  monthCount: number
}

/** The row a formula stands in: its lease, its own columns, and its number, from 1 below the headings. */
export interface Place {
  lease: LeaseName
  columns: readonly string[]
  row: number
}

const cellOf = (columns: readonly string[], name: string, row: number) =>
  `[.${column(columns.indexOf(name))}${row + 1}]`

/** On the sheet of terms column A holds their names, B the first lease's. */
const leaseColumn = (lease: LeaseName) => column(leaseNames.indexOf(lease) + 1)

function addressOf(name: string, range: string | undefined, place: Place, names: Names): string {
  const termRow = names.terms.indexOf(name) + 2
  if (range === 'leases') return `[$Terms.$B$${termRow}:.$${column(leaseNames.length)}$${termRow}]`
  if (range === 'all') {
    const letter = column(names.months.indexOf(name))
    return `[$'${monthsSheet(place.lease)}'.$${letter}$2:.$${letter}$${names.monthCount + 1}]`
  }
  if (place.columns.includes(name))
    return cellOf(place.columns, name, place.row - (range === 'above' ? 1 : 0))
  return `[$Terms.$${leaseColumn(place.lease)}$${termRow}]`
}

/** A formula with its names replaced. A name that is nowhere is a mistake in this workbook. */
export function resolved(formula: string, place: Place, names: Names): string {
  return formula.replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, range: string | undefined) => {
    const known = [...(range === 'all' ? names.months : [...place.columns, ...names.terms])]
    if (!known.includes(name)) throw new Error(`No cell is called ${name} in ${formula}.`)
    return addressOf(name, range, place, names)
  })
}

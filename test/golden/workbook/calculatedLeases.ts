import type { LeaseName } from './leases.ts'
import { leaseSheets } from './leaseSheets.ts'
import { calculated } from './libreOffice.ts'
import { monthsSheet } from './references.ts'

/** A row of a calculated table: the text of its cells by column. */
export type CalculatedRow = Readonly<Record<string, string>>

export interface CalculatedLeases {
  /** Empty where the workbook has none. */
  figure(name: string, lease: LeaseName): string
  months(lease: LeaseName): CalculatedRow[]
  /** In the order in which exits are asked for. */
  exits: readonly CalculatedRow[]
}

function tableOf([headings = [], ...rows]: readonly string[][]): CalculatedRow[] {
  return rows.map((cells) =>
    Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])),
  )
}

export function calculatedLeases(program: string): CalculatedLeases {
  const sheets = calculated(program, leaseSheets())
  const table = (name: string) => tableOf(sheets.get(name) ?? [])
  const figures = new Map(table('Figures').map((row) => [row['figure'], row]))
  return {
    figure(name, lease) {
      const text = figures.get(name)?.[lease]
      if (text === undefined) throw new Error(`The workbook has no figure ${name}.`)
      return text
    },
    months: (lease) => table(monthsSheet(lease)),
    exits: table('Exits'),
  }
}

/** A calculated number; an error of the spreadsheet, such as #NAME?, is none. */
export function numberIn(text: string | undefined): number {
  const value = Number(text)
  if (text === undefined || text === '' || Number.isNaN(value))
    throw new Error(`The workbook has “${text}” for a number.`)
  return value
}

/** Dollars as cents, where they are whole cents but for the last digits of a double. */
export function centsIn(text: string | undefined): number {
  const value = numberIn(text) * 100
  if (Math.abs(value - Math.round(value)) > 0.01)
    throw new Error(`The workbook has ${text} for an amount in whole cents.`)
  return Math.round(value)
}

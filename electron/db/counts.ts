import { limits } from '../../shared/schema/limits.ts'
import type { Connection } from './connection.ts'

/** How many rows of a table belong to one row of another, at most, and what they are called. */
interface Bound {
  table: string
  owner: string
  of: string
  most: number
  name: string
}

const ofDeal = (table: string, most: number, name: string): Bound => ({
  table,
  owner: 'deal_id',
  of: 'deals',
  most,
  name: `${name} of one deal`,
})
const ofCharge = (table: string, most: number, name: string): Bound => ({
  table,
  owner: 'charge_id',
  of: 'charges',
  most,
  name: `${name} of one charge`,
})

/** Owners come before what belongs to them. */
const bounds: readonly Bound[] = [
  ofDeal('charges', limits.charges, 'charges'),
  ofDeal('tranches', limits.tranches, 'tranches'),
  ofDeal('termination_rights', 2, 'rights to leave'),
  ofDeal('one_offs', limits.oneOffs, 'fees and credits on a date'),
  ofDeal('advances', limits.advances, 'prepayments and deposits'),
  ofDeal('renewals', limits.renewals, 'renewals'),
  ofDeal('evidence', limits.evidence, 'sources'),
  ofCharge('ramp_steps', limits.steps, 'ramp steps'),
  ofCharge('escalators', 1, 'escalators'),
  ofCharge('usage_steps', limits.steps, 'usage steps'),
  {
    table: 'delivery_steps',
    owner: 'tranche_id',
    of: 'tranches',
    most: limits.steps,
    name: 'delivery steps of one tranche',
  },
  {
    table: 'termination_fees',
    owner: 'right_id',
    of: 'termination_rights',
    most: limits.steps,
    name: 'fees for leaving of one right',
  },
]

/** So few rows are read in no time, whatever they belong to: where their owners are lost, the file is damaged. */
const fewRows = 10_000

/**
 * What a file has more of than a book can hold, as in `more than 60 ramp steps of one charge`; null where it has nothing.
 * Rows are counted before one is read: a million of them would stand in the way of all else for a long time. No table is
 * counted further than to its bound. Tables that an earlier version lacks are left out. Throws SQLite's errors.
 */
export function excessIn(connection: Connection): string | null {
  const tables = new Set(
    connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all(),
  )
  const counts = new Map<string, number>()
  const countOf = (table: string, most: number): number =>
    Number(
      connection
        .prepare(`SELECT count(*) FROM (SELECT 1 FROM ${table} LIMIT ?)`)
        .pluck()
        .get(most + 1),
    )
  counts.set('deals', countOf('deals', limits.deals))
  if (counts.get('deals')! > limits.deals) return `more than ${limits.deals} deals`
  for (const { table, owner, of, most, name } of bounds) {
    if (!tables.has(table)) continue
    const all = Math.max((counts.get(of) ?? 0) * most, fewRows)
    const count = countOf(table, all)
    counts.set(table, count)
    if (count > all) return `more than ${most} ${name}`
    if (count > most && hasMany(connection, table, owner, most)) return `more than ${most} ${name}`
  }
  return null
}

const hasMany = (connection: Connection, table: string, owner: string, most: number): boolean =>
  connection.prepare(`SELECT 1 FROM ${table} GROUP BY ${owner} HAVING count(*) > ? LIMIT 1`).get(most) !==
  undefined

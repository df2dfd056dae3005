import { exact } from '../money.ts'
import { newColumn } from './column.ts'

/** The sum of a column before each of its entries; one longer than the column. */
export function runningTotal(column: Float64Array): Float64Array {
  const before = newColumn(column.length + 1)
  for (let i = 0; i < column.length; i++) before[i + 1] = exact(before[i]! + column[i]!)
  return before
}

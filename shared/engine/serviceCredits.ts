import type { RoundingMode } from '../money.ts'
import { type PartsPerMillion, wholePpm } from '../rate.ts'
import { newColumn } from './column.ts'
import { Posting } from './posting.ts'

/** What is expected back of the fees of each stretch, rounded once an invoice. A fee below zero gives nothing back. */
export function creditColumn(
  fees: Float64Array,
  lines: Int32Array,
  share: PartsPerMillion,
  rounding: RoundingMode,
): Float64Array {
  const credits = newColumn(fees.length)
  const posting = new Posting(rounding)
  for (let i = 0; i < fees.length; i++) {
    if (i === 0 || lines[i] !== lines[i - 1]) posting.nextLine()
    const fee = Math.max(0, fees[i]!)
    const times = Math.floor(fee / wholePpm)
    const product = (fee - times * wholePpm) * share
    const units = Math.floor(product / wholePpm)
    credits[i] = posting.post(times * share + units, product - units * wholePpm, wholePpm)
  }
  return credits
}

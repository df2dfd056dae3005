import { z } from 'zod/mini'
import { readTabSeparated, writeTabSeparated } from '../../shared/format/tabSeparated.ts'
import { limits } from '../../shared/schema/limits.ts'
import { type CopiedCell, textCell } from '../../shared/terms/copying.ts'

const stepsKinds = [
  'ramp',
  'delivery',
  'usage',
  'buyerFees',
  'providerFees',
  'oneOffs',
  'advances',
  'renewals',
] as const

const copiedText = z.string().check(z.maxLength(limits.writtenValue))
const ownCells = z.array(
  z.array(
    z.strictObject({
      text: copiedText,
      steps: z.nullable(z.strictObject({ kind: z.enum(stepsKinds), value: copiedText })),
    }),
  ),
)

/** A pasted block: as this app copied it, where the clipboard still holds what it copied, else as its text is read. */
export function pastedCells(text: string, own: string): readonly (readonly CopiedCell[])[] {
  const block = ownBlock(own)
  const isCurrent = block !== null && textOf(block) === text.replaceAll('\r\n', '\n')
  return isCurrent ? block : readTabSeparated(text).map((row) => row.map(textCell))
}

const textOf = (cells: readonly (readonly CopiedCell[])[]): string =>
  writeTabSeparated(cells.map((row) => row.map(({ text }) => text)))

/** Characters of small tables: those of a whole sheet are a fraction of it. */
const mostOwn = 4 * 1024 * 1024

/** The cells as this app copied them; null where it was another. */
function ownBlock(text: string): CopiedCell[][] | null {
  if (text === '' || text.length > mostOwn) return null
  try {
    const read = ownCells.safeParse(JSON.parse(text))
    if (!read.success || read.data.length === 0) return null
    return read.data.map((row) => row.map(({ text: shown, steps }) => ({ ...textCell(shown), steps })))
  } catch {
    return null
  }
}

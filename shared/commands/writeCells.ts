import type { Parsed } from '../format/expression.ts'
import type { Book } from '../schema/book.ts'
import { type DealTerms, dealTerms } from '../schema/dealTerms.ts'
import { apply } from './apply.ts'
import type { TermCommand } from './command.ts'

/** What is to be written into one cell: asked of its deal as the cells before it left it. */
export interface CellWrite {
  dealId: string
  termId: string
  enter(terms: DealTerms): Parsed<TermCommand | null>
}

export interface RefusedWrite<Write> {
  write: Write
  problem: string
}

/** One cell may wait for another below it, as an index for its rate: so often are those that were refused asked again. */
const mostPasses = 4

/**
 * The commands that write as many of these cells as the book takes, each on the book the one before it left; and why
 * the others are refused. Terms hang together, so what is refused is tried again after the rest: a later start needs the
 * later end that comes after it.
 */
export function writeCells<Write extends CellWrite>(
  book: Book,
  writes: readonly Write[],
): { commands: TermCommand[]; refused: RefusedWrite<Write>[] } {
  const commands: TermCommand[] = []
  let refused: RefusedWrite<Write>[] = []
  let waiting = writes
  let last = book
  for (let pass = 0; pass < mostPasses && waiting.length > 0; pass++) {
    const before = commands.length
    refused = []
    for (const write of waiting) {
      const entered = write.enter(dealTerms(last, write.dealId))
      if (!entered.ok) refused.push({ write, problem: entered.problem })
      else if (entered.value !== null) {
        const next = apply(last, entered.value)
        if (next.ok) {
          last = next.value
          commands.push(entered.value)
        } else refused.push({ write, problem: next.error.message })
      }
    }
    if (commands.length === before) break
    waiting = refused.map(({ write }) => write)
  }
  return { commands, refused }
}

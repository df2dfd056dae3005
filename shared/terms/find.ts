import type { NumberStyle } from '../format/number.ts'
import { wordsOf } from '../format/wordMatch.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { termCatalog } from './catalog.ts'
import { type Term, termGroups } from './term.ts'

const mostFound = 30

/** Whether every wanted word begins one of these, each another. */
function areBegun(wanted: readonly string[], words: readonly string[]): boolean {
  const left = [...words]
  return wanted.every((word) => {
    const at = left.findIndex((each) => each.startsWith(word))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

/** Whether the wanted words follow each other in these from a place on. */
const followFrom = (wanted: readonly string[], words: readonly string[], from: number): boolean =>
  wanted.every((word, i) => words[from + i]?.startsWith(word))

/** How well a term is meant: 0 for its whole label, more for less; null where it is not. */
function rank(
  wanted: readonly string[],
  term: Term,
  deals: readonly DealTerms[],
  style: NumberStyle,
): number | null {
  const label = wordsOf(term.label)
  if (label.join(' ') === wanted.join(' ')) return 0
  if (followFrom(wanted, label, 0)) return 1
  if (label.some((_, from) => followFrom(wanted, label, from))) return 2
  if (areBegun(wanted, label)) return 3
  const headed = [...label, ...wordsOf(termGroups[term.group])]
  if (areBegun(wanted, headed)) return 4
  const helped = [...headed, ...wordsOf(term.help)]
  if (areBegun(wanted, helped)) return 5
  const says = (deal: DealTerms) =>
    term.applies(deal) && areBegun(wanted, [...headed, ...wordsOf(term.show(deal, style))])
  return deals.some(says) ? 6 : null
}

/**
 * The terms of these deals that a few words mean, best first and else in the order of the sheet: by their label, their
 * section, their help, or by what a deal says. Each word wanted begins one that is there; terms no deal has a place for
 * are left out.
 */
export function findTerms(query: string, deals: readonly DealTerms[], style: NumberStyle): Term[] {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return []
  return termCatalog
    .filter((term) => deals.some((deal) => term.applies(deal)))
    .flatMap((term) => {
      const ranked = rank(wanted, term, deals, style)
      return ranked === null ? [] : [{ term, ranked }]
    })
    .toSorted((a, b) => a.ranked - b.ranked)
    .slice(0, mostFound)
    .map(({ term }) => term)
}

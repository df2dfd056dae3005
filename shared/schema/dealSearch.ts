import { wordsOf } from '../format/wordMatch.ts'
import { remembered } from '../remembered.ts'
import type { Deal } from './deal.ts'

/** What a deal is found by, remembered: thousands of deals are looked through at each letter that is typed. */
const wordsOfDeal = remembered(({ name, buyer, provider, facility, status, tags }: Deal): readonly string[] =>
  wordsOf([name, buyer, provider, facility, status, tags].join(' ')),
)

/** The deals a person looks for, in the order given: each word typed begins one of name, party, facility, status or tag. */
export function dealsFound(deals: readonly Deal[], query: string): readonly Deal[] {
  const typed = wordsOf(query)
  if (typed.length === 0) return deals
  return deals.filter((deal) => {
    const words = wordsOfDeal(deal)
    return typed.every((word) => words.some((candidate) => candidate.startsWith(word)))
  })
}

/** The tags of a deal, each once. */
export const tagsOf = ({ tags }: Deal): string[] => [
  ...new Set(
    tags
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
]

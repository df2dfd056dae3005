import { rankOf } from '../format/wordMatch.ts'
import type { Deal } from './deal.ts'

/** The deals a person looks for, in the order given: by name, party, facility, status or tag. */
export const dealsFound = (deals: readonly Deal[], query: string): Deal[] =>
  query.trim() === ''
    ? [...deals]
    : deals.filter(({ name, buyer, provider, facility, status, tags }) => {
        const otherWords = [buyer, provider, facility, status, tags].join(' ')
        return rankOf(query, name, otherWords) !== null
      })

/** The tags of a deal, each once. */
export const tagsOf = ({ tags }: Deal): string[] => [
  ...new Set(
    tags
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
]

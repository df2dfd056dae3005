import { sampleBook } from '../../shared/sample/sampleBook.ts'
import type { Book } from '../../shared/schema/book.ts'
import type { Deal } from '../../shared/schema/deal.ts'

/** The sample with these deals side by side and no others; beyond its three, copies of the baseline. */
function withDeals(count: number, nameOf: (deal: Deal, index: number) => string = ({ name }) => name): Book {
  const book = sampleBook()
  const sample = Object.values(book.deals).toSorted((a, b) => a.position - b.position)
  const deals = Array.from({ length: Math.max(count, sample.length) }, (_, index): Deal => {
    const deal = sample[index] ?? { ...sample[0]!, id: `further-${index}`, name: `Further deal ${index}` }
    return { ...deal, position: index, shown: index < count, name: nameOf(deal, index) }
  })
  // Each further deal has the parts of the baseline.
  const from = sample[0]!.id
  const further = deals.slice(sample.length).map(({ id }) => id)
  const kinds = Object.entries(book as Record<string, Record<string, { id: string }>>).map(
    ([kind, entities]) => {
      if (kind === 'settings' || kind === 'deals') return [kind, entities]
      const copies = Object.values(entities)
        .filter(({ id }) => id.startsWith(`${from}/`))
        .flatMap((entity) => further.map((to) => copyFor(entity, from, to)))
      return [kind, { ...entities, ...Object.fromEntries(copies.map((copy) => [copy.id, copy])) }]
    },
  )
  return {
    ...(Object.fromEntries(kinds) as Book),
    deals: Object.fromEntries(deals.map((deal) => [deal.id, deal])),
  }
}

function copyFor(entity: { id: string }, from: string, to: string): { id: string } {
  const values = Object.entries(entity).map(([key, value]: [string, unknown]) => [
    key,
    /^(id|.+Id)$/.test(key) && typeof value === 'string' && value.startsWith(from)
      ? to + value.slice(from.length)
      : value,
  ])
  return Object.fromEntries(values) as { id: string }
}

/** The baseline alone, with its capacity in eight tranches, each with dates of its own. */
function withTranches(): Book {
  const book = withDeals(1)
  const [first] = Object.values(book.tranches).filter(({ dealId }) => dealId === 'colossus-lease')
  const tranches = Array.from({ length: 8 }, (_, index) => ({
    ...first!,
    id: index === 0 ? first!.id : `colossus-lease/further-tranche-${index}`,
    position: index,
    label: `Hall ${index + 1}`,
    from: `2026-0${Math.min(9, index + 5)}-01`,
    longStop: '2027-06-30',
  }))
  return {
    ...book,
    tranches: { ...book.tranches, ...Object.fromEntries(tranches.map((each) => [each.id, each])) },
  }
}

/** A word of 116 letters, as long as a name of 120 characters with a number before it can have. */
const longestWord = 'Rahmenvertrag'.repeat(9).slice(0, 116)

const words =
  'Counter-offer of the provider with a longer ramp, later delivery of the second hall and a lower fee in the first year'

/** Books whose summaries are printed in the tests. */
export const printedBooks = {
  'one deal': () => withDeals(1),
  'three deals': () => withDeals(3),
  'eight deals': () => withDeals(8),
  'eight tranches': withTranches,
  'eight long names': () =>
    withDeals(8, (_, index) => `${index + 1}: ${index % 2 === 0 ? longestWord : words.slice(0, 116)}`),
} satisfies Record<string, () => Book>

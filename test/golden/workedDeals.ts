import example from '../../shared/engine/exampleDeal.json'
import worked from './cases/deals.json'
import { cents } from './sampleDeals.ts'

/** Deals worked out in words and numbers, each given as a JSON deal and evaluated as other programs would. */

type Expected = Readonly<Record<string, unknown>>

/** What a worked deal comes to, by the id of its case. */
export const expectedOf = (id: string): Expected => {
  const found = worked.find((deal) => deal.id.startsWith(id))
  if (!found) throw new Error(`There is no case ${id}.`)
  return found.expected
}

/** An amount of the cases in dollars as cents, whether it is written as a text or as a number. */
export const amount = (value: unknown): number => cents(Number(value).toFixed(2))

/** The Colossus lease with other terms of its deal or its charge. */
export const colossus = (deal: object = {}, charge: object = {}) => ({
  ...example,
  charges: [{ ...example.charges[0], ...charge }],
  ...deal,
})

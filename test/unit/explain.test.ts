import { describe, expect, it } from 'vitest'
import { compare } from '../../shared/engine/compare.ts'
import { explain } from '../../shared/explain/explain.ts'
import type { Explanation } from '../../shared/explain/explanation.ts'
import { figureCatalog } from '../../shared/tables/figureCatalog.ts'
import { termCatalog } from '../../shared/terms/catalog.ts'
import { colossus, longerRamp, sample } from '../golden/sampleDeals.ts'

const { context, columns } = compare(sample())

function explained(figure: string, dealId = colossus): Explanation {
  const found = explain(figure, columns.find(({ terms }) => terms.deal.id === dealId)!.terms, context)
  if (!found) throw new Error(`${figure} is not explained.`)
  return found
}

/** What the steps of a sum come to. */
export const sumOfSteps = ({ steps }: Explanation): number | null => {
  const terms = steps.filter(({ enters }) => enters !== 'shown')
  if (terms.length === 0) return null
  return terms.reduce((sum, { enters, value }) => {
    if (value.kind !== 'amount') throw new Error('A sum is of amounts.')
    return sum + (enters === 'plus' ? value.value : -value.value)
  }, 0)
}

describe('an explanation', () => {
  it('is there for every figure of the catalogue, under its own name', () => {
    for (const { id } of figureCatalog) {
      const { figure, formula } = explained(id)
      expect([figure, formula]).toEqual([id, expect.stringMatching(/\S/)])
    }
    expect(explain('toString', columns[0]!.terms, context)).toBeNull()
  })

  it('names terms that are in the catalogue', () => {
    const known = new Set(termCatalog.map(({ id }) => id))
    for (const { id } of figureCatalog)
      for (const { term } of explained(id).inputs) expect(term === null || known.has(term)).toBe(true)
  })

  it('of the total contract value has a step for each of 37 months', () => {
    const { steps, result } = explained('totalContractValue')
    expect(steps).toHaveLength(37)
    expect(steps[0]).toEqual({
      label: 'May 2026',
      value: { kind: 'amount', value: 625_000_000_00 },
      enters: 'plus',
    })
    expect(result).toEqual({ kind: 'amount', value: 45_000_000_000_00 })
  })

  it('of the exit cost shows the notice, the end of service, and the reading not chosen', () => {
    const { steps, otherwise } = explained('committed')
    // 20 Nov 2026 and 90 days: service ends on 18 Feb 2027.
    expect(steps.slice(0, 2).map(({ label }) => label)).toEqual(['Notice given', 'First day without service'])
    expect(otherwise!.map(({ value }) => value)).toContainEqual({ kind: 'amount', value: 3_795_833_333_333 })
  })

  it('adds up to its figure', () => {
    const sums = [colossus, longerRamp].flatMap((dealId) =>
      figureCatalog.flatMap(({ id }) => {
        const explanation = explained(id, dealId)
        const sum = sumOfSteps(explanation)
        return sum === null ? [] : [[id, { kind: 'amount', value: sum }, explanation.result]]
      }),
    )
    expect(sums.length).toBeGreaterThan(10)
    for (const [id, sum, result] of sums) expect([id, result]).toEqual([id, sum])
  })
})

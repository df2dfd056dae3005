import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/command.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import type { Book } from '../../shared/schema/book.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { partShares } from '../../shared/tables/partShares.ts'
import { partRows, partTableOf, partTables } from '../../shared/terms/partTables.ts'
import { type TermGroup, termGroups } from '../../shared/terms/term.ts'
import { colossus, sample, secondLease, yearlyEscalator } from '../golden/sampleDeals.ts'

const withAnnex = sample(
  { type: 'tranche.add', dealId: colossus, label: 'Annex' },
  { type: 'tranche.set', trancheId: `${colossus}/tranche-2`, changes: { from: '2027-05-01' } },
)

const labelsOf = (id: keyof typeof partTables, book: Book) => {
  const terms = dealTerms(book, colossus)
  return partRows(partTables[id].parts(terms), terms).map(({ label }) => label)
}

const sharesOf = (id: keyof typeof partTables, part: number, ...commands: readonly Command[]) => {
  const schedule = scheduleOf(dealTerms(sample(...commands), colossus))
  return { schedule, shares: partShares(id, schedule, part) }
}

describe('the small table of a section', () => {
  it('is there for capacity, price and both exits', () => {
    const groups = Object.keys(termGroups) as TermGroup[]
    const withTable = groups.filter((group) => partTableOf(group))
    expect(withTable).toEqual(['capacity', 'price', 'buyerExit', 'providerExit'])
  })

  it('has a column for each tranche, of the terms its cells in the sheet have', () => {
    const [first, second] = partTables.tranches.parts(dealTerms(withAnnex, colossus))
    expect([first!.label, second!.label]).toEqual(['Capacity', 'Annex'])
    expect(first!.terms.map(({ id }) => id)).toContain('power')
    expect(second!.terms.map(({ id }) => id)).toContain('tranche-2-power')
    expect(second!.name!.id).toBe('tranche-2-tranche-label')
    expect(partTables.tranches.summary(dealTerms(withAnnex, colossus))).toBe('2 tranches')
  })

  it('leaves out what applies to none of its columns', () => {
    const flat = labelsOf('charges', sample())
    expect(flat).toEqual(['Monthly fee', 'Ramp', 'Escalator'])
    const escalator = yearlyEscalator(30_000)
    const rising = sample({ type: 'escalator.set', chargeId: `${colossus}/fee`, escalator })
    expect(labelsOf('charges', rising)).toContain('First escalation')
    expect(labelsOf('charges', rising)).not.toContain('Index capped at')
  })

  it('names the parties whose rights it holds', () => {
    const parts = partTables.rights.parts(dealTerms(sample(), secondLease))
    expect(parts.map(({ label }) => label)).toEqual(['Buyer, Google', 'Provider, xAI / SpaceX'])
    expect(parts.map(({ terms }) => terms[1]!.id)).toEqual(['buyer-notice', 'provider-notice'])
  })
})

describe('the drawing over a column', () => {
  it('of a tranche is empty until it is due', () => {
    const schedule = scheduleOf(dealTerms(withAnnex, colossus))
    const shares = partShares('tranches', schedule, 1)
    expect(shares[0]).toBe(0)
    expect(shares.at(-1)).toBe(1)
    // May 2026 through April 2027: two months of the ramp among them.
    expect(shares.filter((share) => share === 0)).toHaveLength(12)
  })

  it('of a charge is its monthly rate of its highest', () => {
    // May and June 2026 at half.
    const { shares } = sharesOf('charges', 0)
    expect(shares.slice(0, 3)).toEqual([0.5, 0.5, 1])
  })

  it('of a right is what leaving costs of its most, and all that remains where there is none', () => {
    const { shares } = sharesOf('rights', 0)
    expect(Math.max(...shares)).toBe(1)
    expect(shares.at(-1)).toBeLessThan(0.5)
    const changes = { allowed: false }
    const { shares: barred } = sharesOf('rights', 0, {
      type: 'right.set',
      rightId: `${colossus}/buyer`,
      changes,
    })
    // 45 billion to begin with; from July on 43.75 of it.
    expect(barred[0]).toBe(1)
    expect(barred[2]).toBeCloseTo(43.75 / 45, 12)
  })

  it('draws nothing where leaving would bring more than it costs', () => {
    const credit = { label: 'Credit', kind: 'credit', amount: 90_000_000_000_00, on: '2028-03-01' } as const
    const { shares } = sharesOf('rights', 0, { type: 'oneOffs.set', dealId: colossus, items: [credit] })
    expect(Math.min(...shares)).toBe(0)
    expect(Math.max(...shares)).toBe(1)
  })
})

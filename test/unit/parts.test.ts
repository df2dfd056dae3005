import { describe, expect, it } from 'vitest'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { colossus, edited, figuresOf, refusal, sample } from '../golden/sampleDeals.ts'

const fee = `${colossus}/fee`
const second = `${colossus}/charge-2`
const withCharge = sample(
  { type: 'charge.add', dealId: colossus, label: 'Support' },
  { type: 'charge.set', chargeId: second, changes: { monthlyFee: 1_000_000_00, followsCapacity: false } },
)

describe('a second charge', () => {
  it('adds to the total, and to no savings', () => {
    // 37 months at $1 M.
    expect(figuresOf(withCharge, colossus).totalContractValue).toBe(45_037_000_000_00)
    expect(figuresOf(withCharge, colossus).rampSavings).toMatchObject({
      headline: 1_250_000_000_00,
      likeForLike: 0,
    })
  })

  it('goes, and the deal is as it was', () => {
    const without = edited(withCharge, { type: 'charge.remove', chargeId: second })
    expect(dealTerms(without, colossus)).toEqual(dealTerms(sample(), colossus))
    expect(refusal(without, { type: 'charge.remove', chargeId: fee })).toBe('A deal has at least one charge.')
  })

  it('that moves up leaves the sources of the first behind', () => {
    const moved = edited(withCharge, { type: 'charge.remove', chargeId: fee })
    const terms = dealTerms(moved, colossus)
    expect(terms.charges.map(({ charge }) => charge.label)).toEqual(['Support'])
    for (const id of ['monthlyFee', 'ramp', 'escalator']) expect(evidenceOf(terms, id)).toBeNull()
    expect(evidenceOf(terms, 'gpus')).not.toBeNull()
  })

  it('is priced only by what every tranche states', () => {
    const byPower = { type: 'charge.set', chargeId: second, changes: { basis: 'perKilowatt' } } as const
    const withTranche = edited(withCharge, { type: 'tranche.add', dealId: colossus, label: 'Annex' })
    expect(edited(withCharge, byPower)).toBeDefined()
    expect(refusal(withTranche, byPower)).toBe(
      '“Support” is priced by power, and “Annex” does not state its power. State it first.',
    )
  })
})

describe('a second tranche', () => {
  const annex = `${colossus}/tranche-2`
  const withTranche = sample({ type: 'tranche.add', dealId: colossus, label: 'Annex' })

  it('that does not say how large it is changes no figure', () => {
    const [before, after] = [figuresOf(sample(), colossus), figuresOf(withTranche, colossus)]
    expect(after.rampSavings).toEqual(before.rampSavings)
    expect(after.totalContractValue).toBe(before.totalContractValue)
  })

  it('cannot go while a charge is for it', () => {
    const used = edited(withTranche, { type: 'charge.set', chargeId: fee, changes: { trancheId: annex } })
    expect(refusal(used, { type: 'tranche.remove', trancheId: annex })).toBe(
      '“Capacity fee” is for this tranche. Give it another one first.',
    )
    expect(
      refusal(withTranche, {
        type: 'charge.set',
        chargeId: fee,
        changes: { trancheId: 'colossus-second-lease/capacity' },
      }),
    ).toBe('“Capacity fee” is for a tranche of another deal.')
  })

  it('is copied with its deal, and the copy’s charge is for the copy’s tranche', () => {
    const used = edited(withTranche, { type: 'charge.set', chargeId: fee, changes: { trancheId: annex } })
    const copied = dealTerms(
      edited(used, { type: 'deal.duplicate', from: colossus, dealId: 'copy', name: 'Copy' }),
      'copy',
    )
    expect(copied.charges[0]!.charge.trancheId).toBe('copy/tranche-2')
    expect(copied.tranches.map(({ tranche }) => tranche.id)).toEqual(['copy/capacity', 'copy/tranche-2'])
  })
})

describe('the other reading of a source', () => {
  const entryOf = (book: ReturnType<typeof sample>, term: string) =>
    evidenceOf(dealTerms(book, colossus), term)!.entry
  const switched = (term: string) =>
    sample({ type: 'evidence.switch', evidenceId: entryOf(sample(), term).id })

  it('that there was no lock-out makes the commitment at signing 2.5 B', () => {
    expect(figuresOf(switched('buyer-lockOut'), colossus).commitmentAtSigning).toBe(2_500_000_000_00)
  })

  it('that the lock-out bars only the end does so too', () => {
    expect(figuresOf(switched('buyer-lockOutBars'), colossus).commitmentAtSigning).toBe(2_500_000_000_00)
  })

  it('of the end is 36 months and 43.75 B, of the start 44.960 B', () => {
    expect(figuresOf(switched('end'), colossus).totalContractValue).toBe(43_750_000_000_00)
    expect(figuresOf(switched('start'), colossus).totalContractValue / 100e9).toBeCloseTo(44.96, 3)
  })

  it('is supported by its source, and the reading left can be switched back to', () => {
    const once = switched('gpus')
    expect(dealTerms(once, colossus).tranches[0]!.tranche.gpus).toBe(325_000)
    expect(evidenceOf(dealTerms(once, colossus), 'gpus')!.differs).toBe(false)
    const twice = edited(once, { type: 'evidence.switch', evidenceId: entryOf(once, 'gpus').id })
    expect(twice).toEqual(sample())
  })

  it('is refused where there is none, or none that can be read', () => {
    const without = entryOf(sample(), 'monthlyFee')
    const sentence = 'This source has no other reading that can be switched to.'
    expect(refusal(sample(), { type: 'evidence.switch', evidenceId: without.id })).toBe(sentence)
    for (const alternativeValue of ['{', '"many"', '-5', 'null']) {
      const entry = { ...without, alternativeValue }
      const book = { ...sample(), evidence: { ...sample().evidence, [entry.id]: entry } }
      expect(refusal(book, { type: 'evidence.switch', evidenceId: entry.id })).toBe(sentence)
    }
    expect(
      termById('gpus').showValue(
        '{',
        { locale: 'en-US', currency: 'USD', unit: 'exact' },
        dealTerms(sample(), colossus),
      ),
    ).toBeNull()
  })
})

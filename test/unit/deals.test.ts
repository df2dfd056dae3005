import { describe, expect, it } from 'vitest'
import { apply } from '../../shared/commands/apply.ts'
import { type Command, command } from '../../shared/commands/command.ts'
import { type Book, book as bookSchema } from '../../shared/schema/book.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { colossus, edited, longerRamp, refusal, sample, secondLease } from '../golden/sampleDeals.ts'

const add = (dealId: string): Command => ({
  type: 'deal.add',
  dealId,
  name: `Deal ${dealId}`,
  start: '2026-05-01',
  end: '2029-06-01',
})
const duplicate = (from: string, dealId: string): Command => ({
  type: 'deal.duplicate',
  from,
  dealId,
  name: 'Copy',
})
const show = (dealId: string, shown: boolean): Command => ({ type: 'deal.set', dealId, changes: { shown } })
const remove = (dealId: string): Command => ({ type: 'deal.remove', dealId })
const move = (dealId: string, position: number): Command => ({ type: 'deal.move', dealId, position })
const baseline = (baselineId: string | null): Command => ({ type: 'settings.set', changes: { baselineId } })

const empty = emptyBook('Test', 'USD', '2026-11-20')
const of = (count: number) => edited(empty, ...Array.from({ length: count }, (_, i) => add(`d${i + 1}`)))
const order = (book: Book) => dealsInOrder(book).map((deal) => deal.id)
const baselineOf = (book: Book) => settingsOf(book).baselineId
const shownOf = (book: Book) => dealsInOrder(book).filter((deal) => deal.shown).length

describe('a new deal', () => {
  const book = of(2)

  it('is whole: no fee, no capacity stated, no right to leave', () => {
    const { charges, tranches, rights, evidence } = dealTerms(book, 'd1')
    const [{ charge, ramp }, { tranche, delivery }] = [charges[0]!, tranches[0]!]
    expect(charge.monthlyFee).toBe(0)
    expect([tranche.kilowatts, tranche.gpus]).toEqual([null, null])
    expect([rights.buyer.allowed, rights.provider.allowed]).toEqual([false, false])
    expect([ramp, delivery, evidence]).toEqual([[], [], []])
    expect(bookSchema.safeParse(book).success).toBe(true)
  })

  it('is the last column, and the first deal becomes the baseline', () => {
    expect(order(book)).toEqual(['d1', 'd2'])
    expect(baselineOf(book)).toBe('d1')
  })

  it('has parts whose ids follow from its own', () => {
    expect(Object.keys(book.charges)).toEqual(['d1/fee', 'd2/fee'])
    expect(Object.keys(book.tranches)).toEqual(['d1/capacity', 'd2/capacity'])
    expect(Object.keys(book.terminationRights).slice(0, 2)).toEqual(['d1/buyer', 'd1/provider'])
  })

  it('cannot take the id of another', () => {
    expect(refusal(book, add('d1'))).toBe('That deal is already in the book.')
    expect(refusal(book, duplicate('d1', 'd2'))).toBe('That deal is already in the book.')
  })

  it('has an id short enough for those of its parts', () => {
    expect(command.safeParse(add('a'.repeat(64))).success).toBe(true)
    expect(command.safeParse(add('a'.repeat(65))).success).toBe(false)
  })
})

describe('a duplicate', () => {
  const book = sample(duplicate(colossus, 'copy'))
  const [from, copy] = [dealTerms(book, colossus), dealTerms(book, 'copy')]

  it('says what its original says, under another name', () => {
    expect(copy.deal).toEqual({ ...from.deal, id: 'copy', name: 'Copy', position: 3 })
    expect(copy.charges[0]!.charge).toEqual({
      ...from.charges[0]!.charge,
      id: 'copy/fee',
      dealId: 'copy',
    })
    expect(copy.charges[0]!.ramp.map((step) => step.share)).toEqual([500_000])
    expect(copy.tranches[0]!.delivery.map((step) => step.id)).toEqual(['copy/capacity/delivery-1'])
    expect(copy.rights.provider.notice).toBe(90)
  })

  it('shares no part with it: an edit of one leaves the other', () => {
    const next = edited(book, { type: 'charge.set', chargeId: 'copy/fee', changes: { monthlyFee: 1 } })
    expect(dealTerms(next, colossus)).toBe(from)
    const without = edited(book, { type: 'ramp.set', chargeId: 'copy/fee', steps: [] })
    expect(dealTerms(without, colossus).charges[0]!.ramp).toHaveLength(1)
  })

  it('marks its evidence as inherited, and leaves the original’s as entered', () => {
    expect(copy.evidence).toHaveLength(from.evidence.length)
    expect(copy.evidence.every((entry) => entry.inherited)).toBe(true)
    expect(from.evidence.some((entry) => entry.inherited)).toBe(false)
  })
})

describe('a removed deal', () => {
  it('takes all its parts with it and closes the gap', () => {
    const book = sample(remove(secondLease))
    expect(order(book)).toEqual([colossus, longerRamp])
    expect(dealsInOrder(book).map((deal) => deal.position)).toEqual([0, 1])
    const leftovers = JSON.stringify(book).includes(`"${secondLease}`)
    expect(leftovers).toBe(false)
  })

  it('passes the baseline on to the first deal shown', () => {
    const hidden = sample(show(secondLease, false), remove(colossus))
    expect(baselineOf(hidden)).toBe(longerRamp)
  })

  it('passes the baseline on to a hidden deal where none is shown, and shows it', () => {
    const book = sample(show(secondLease, false), show(longerRamp, false), remove(colossus))
    expect(baselineOf(book)).toBe(secondLease)
    expect(book.deals[secondLease]!.shown).toBe(true)
  })

  it('leaves no baseline where it was the last', () => {
    const book = edited(of(1), remove('d1'))
    expect(baselineOf(book)).toBeNull()
    expect(book).toEqual(empty)
  })

  it('leaves the baseline where it was another', () => {
    expect(baselineOf(sample(remove(longerRamp)))).toBe(colossus)
  })

  it('cannot be edited any more', () => {
    const gone = 'What this edit is about is no longer in the book.'
    const book = sample(remove(secondLease))
    const edits: Command[] = [
      remove(secondLease),
      move(secondLease, 0),
      show(secondLease, true),
      baseline(secondLease),
      duplicate(secondLease, 'copy'),
      { type: 'charge.set', chargeId: `${secondLease}/fee`, changes: { monthlyFee: 1 } },
      { type: 'ramp.set', chargeId: `${secondLease}/fee`, steps: [] },
      { type: 'tranche.set', trancheId: `${secondLease}/capacity`, changes: { gpus: 1 } },
      { type: 'delivery.set', trancheId: `${secondLease}/capacity`, steps: [] },
      { type: 'right.set', rightId: `${secondLease}/buyer`, changes: { notice: 1 } },
    ]
    for (const edit of edits) expect(refusal(book, edit)).toBe(gone)
  })
})

describe('columns', () => {
  it('move to where they are put, to the end at most', () => {
    expect(order(edited(of(4), move('d1', 2)))).toEqual(['d2', 'd3', 'd1', 'd4'])
    expect(order(edited(of(4), move('d4', 0)))).toEqual(['d4', 'd1', 'd2', 'd3'])
    expect(order(edited(of(4), move('d2', 1)))).toEqual(['d1', 'd2', 'd3', 'd4'])
    expect(order(edited(of(4), move('d1', 99)))).toEqual(['d2', 'd3', 'd4', 'd1'])
  })

  it('are eight at most: a ninth deal is made but not shown', () => {
    const book = of(9)
    expect(shownOf(book)).toBe(8)
    expect(book.deals['d9']!.shown).toBe(false)
    expect(refusal(book, show('d9', true))).toBe(
      '8 deals fit side by side. Hide one before you show another.',
    )
    expect(shownOf(edited(book, show('d2', false), show('d9', true)))).toBe(8)
  })

  it('a duplicate beyond the eighth is hidden too', () => {
    expect(edited(of(8), duplicate('d1', 'copy')).deals['copy']!.shown).toBe(false)
  })
})

describe('a book that was opened with ten deals shown, its baseline not among them', () => {
  const book = of(11)
  const deals = Object.values(book.deals).map((deal) => ({ ...deal, shown: deal.id !== 'd1' }))
  const beyond = { ...book, deals: Object.fromEntries(deals.map((deal) => [deal.id, deal])) }

  it('takes every edit that does not show more', () => {
    expect(shownOf(beyond)).toBe(10)
    expect(shownOf(edited(beyond, show('d2', false)))).toBe(9)
    expect(shownOf(edited(beyond, show('d2', false), show('d3', false), show('d4', false)))).toBe(7)
    const renamed = edited(beyond, { type: 'deal.set', dealId: 'd2', changes: { name: 'Renamed' } })
    expect(renamed.deals['d2']!.name).toBe('Renamed')
    expect(shownOf(edited(beyond, { type: 'deal.set', dealId: 'd2', changes: { archived: true } }))).toBe(9)
    expect(baselineOf(edited(beyond, baseline('d2')))).toBe('d2')
    expect(shownOf(edited(beyond, duplicate('d2', 'copy')))).toBe(10)
    expect(order(edited(beyond, move('d11', 0)))[0]).toBe('d11')
  })

  it('refuses to show one more', () => {
    expect(refusal(beyond, show('d1', true))).toBe(
      '8 deals fit side by side. Hide one before you show another.',
    )
    const hidden = edited(beyond, show('d2', false))
    expect(refusal(hidden, show('d2', true))).toBe(
      '8 deals fit side by side. Hide one before you show another.',
    )
  })
})

describe('the baseline', () => {
  it('is always shown: it cannot be hidden, and making one of a hidden deal shows it', () => {
    expect(refusal(of(2), show('d1', false))).toBe(
      'The baseline is always shown. Make another deal the baseline before you hide this one.',
    )
    expect(edited(of(2), show('d2', false), baseline('d2')).deals['d2']!.shown).toBe(true)
  })

  it('cannot be a ninth column', () => {
    expect(refusal(of(9), baseline('d9'))).toMatch(/Hide one before you show another\.$/)
  })

  it('may be none, and then any deal can be hidden', () => {
    const book = edited(of(2), baseline(null), show('d1', false))
    expect(baselineOf(book)).toBeNull()
  })
})

describe('an edit', () => {
  it('leaves the book as it was where it is refused', () => {
    const book = sample()
    const before = structuredClone(book)
    expect(apply(book, show(colossus, false)).ok).toBe(false)
    expect(book).toEqual(before)
  })

  it('with a field that is there but undefined leaves that term as it is', () => {
    const book = sample({
      type: 'deal.set',
      dealId: colossus,
      changes: { name: undefined, buyer: 'Another' },
    })
    expect(book.deals[colossus]!.name).toBe('Colossus lease')
    expect(book.deals[colossus]!.buyer).toBe('Another')
  })

  it('cannot move a part to another deal, or change whose right it is', () => {
    const charge = { type: 'charge.set', chargeId: 'd1/fee', changes: { dealId: 'd2' } }
    const right = { type: 'right.set', rightId: 'd1/buyer', changes: { party: 'provider' } }
    expect([command.safeParse(charge).success, command.safeParse(right).success]).toEqual([false, false])
  })

  it('is refused by the schema beyond the bounds of a term', () => {
    const off = (share: number): unknown => ({
      type: 'ramp.set',
      chargeId: 'd1/fee',
      steps: [{ from: '2026-05-01', until: '2026-06-01', basis: 'percentOff', share, fixedFee: null }],
    })
    expect([off(1_000_000), off(1_500_000), off(-1)].map((edit) => command.safeParse(edit).success)).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('the terms of a deal', () => {
  it('are the same object for one book, whatever other version of it is asked for in between', () => {
    const before = sample()
    const after = edited(before, {
      type: 'charge.set',
      chargeId: `${colossus}/fee`,
      changes: { monthlyFee: 1 },
    })
    const terms = dealTerms(before, colossus)
    expect(dealTerms(after, colossus)).not.toBe(terms)
    expect(dealTerms(before, colossus)).toBe(terms)
    // An edit of another deal leaves them as they are.
    const other = edited(before, { type: 'deal.set', dealId: longerRamp, changes: { tags: 'x' } })
    expect(dealTerms(other, colossus)).toBe(terms)
  })
})

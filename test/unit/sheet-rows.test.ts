import { describe, expect, it } from 'vitest'
import { place } from '../../renderer/editors/placing.ts'
import { readTabSeparated, writeTabSeparated } from '../../shared/format/tabSeparated.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { hasShares, sharesOf } from '../../shared/tables/monthlyShares.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { termsShown, type TermFilter } from '../../shared/terms/filter.ts'
import { findTerms } from '../../shared/terms/find.ts'
import {
  colossus,
  longerRamp,
  sample,
  scheduleOfDeal,
  secondLease,
  yearlyEscalator,
} from '../golden/sampleDeals.ts'

const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'billions' }
const book = sample()
const deals = [colossus, secondLease, longerRamp].map((id) => dealTerms(book, id))

describe('a term is found', () => {
  const found = (query: string) => findTerms(query, deals, style).map(({ id }) => id)

  it.each([
    ['notice', 'buyer-notice'],
    ['lock out', 'buyer-lockOut'],
    ['Lock-out through', 'buyer-lockOut'],
    ['gpu', 'gpus'],
    ['NOTICE provider', 'provider-notice'],
    ['fee month', 'monthlyFee'],
    ['discount', 'discountRate'],
    // By what a deal says.
    ['anthropic', 'buyer'],
    ['memphis', 'facility'],
    // By its help.
    ['cooling', 'powerBasis'],
  ])('by %j: first %s', (query, id) => {
    expect(found(query)[0]).toBe(id)
  })

  it('before others by the better match: a label, then its section, its help, what is said', () => {
    const order = found('fee')
    expect(order.indexOf('buyer-fee')).toBeLessThan(order.indexOf('monthlyFee'))
    expect(order.indexOf('monthlyFee')).toBeLessThan(order.indexOf('ramp'))
  })

  it('only by the beginnings of words, and only where a deal has a place for it', () => {
    expect(found('otice')).toEqual([])
    expect(found('   ')).toEqual([])
    expect(found('notice xyz')).toEqual([])
    // No deal of the sample has a second charge.
    expect(found('charge 2')).toEqual([])
  })
})

describe('the rows of the sheet', () => {
  const shown = (filter: TermFilter, some = deals) => termsShown(some, deals[0]!, filter).map(({ id }) => id)

  it('are the names and what differs from the baseline', () => {
    const rows = shown('differences', [deals[0]!, deals[2]!])
    // The third deal is the first with another fee and another ramp.
    expect(rows).toEqual(['name', 'monthlyFee', 'ramp'])
    expect(shown('differences', [deals[0]!])).toEqual(['name'])
  })

  it('are the names and what no source states as it is', () => {
    const rows = shown('unsupported', [deals[0]!])
    expect(rows[0]).toBe('name')
    // Of the first lease the start and the ramp are assumed; who buys and for how much is stated.
    for (const id of ['start', 'ramp']) expect(rows).toContain(id)
    for (const id of ['buyer', 'monthlyFee', 'gpus']) expect(rows).not.toContain(id)
    // A fee that was changed is not what its source states.
    const changed = sample({ type: 'charge.set', chargeId: `${colossus}/fee`, changes: { monthlyFee: 1 } })
    expect(termsShown([dealTerms(changed, colossus)], null, 'unsupported').map(({ id }) => id)).toContain(
      'monthlyFee',
    )
  })

  it('are all that apply where every term is asked for', () => {
    expect(shown('every')).toEqual(expect.arrayContaining([...shown('said'), 'pue']))
    expect(shown('said')).not.toContain('pue')
  })
})

describe('a pasted block', () => {
  const letters = (rows: number, columns: number) =>
    Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => `${r}${c}`))
  const cellsOf = (
    block: readonly (readonly string[])[],
    selected: [number, number],
    room: [number, number],
  ) => {
    const { placed, beyond } = place(
      block,
      { rows: selected[0], columns: selected[1] },
      { rows: room[0], columns: room[1] },
    )
    return [placed.map(({ row, column, cell }) => `${row}${column}=${cell}`).join(' '), beyond]
  }
  const nothing = { rows: 0, columns: 0 }

  it('goes once from the first cell on, whatever is selected', () => {
    expect(cellsOf(letters(1, 2), [1, 1], [9, 9])).toEqual(['00=00 01=01', nothing])
    expect(cellsOf(letters(2, 1), [3, 1], [9, 9])).toEqual(['00=00 10=10', nothing])
  })

  it('goes again and again over a selection it divides', () => {
    expect(cellsOf(letters(1, 1), [2, 2], [9, 9])).toEqual(['00=00 01=00 10=00 11=00', nothing])
    expect(cellsOf(letters(2, 1), [4, 1], [9, 9])).toEqual(['00=00 10=10 20=00 30=10', nothing])
  })

  it('is cut at the edge of the sheet, which is said', () => {
    expect(cellsOf(letters(2, 3), [1, 1], [1, 2])).toEqual(['00=00 01=01', { rows: 1, columns: 1 }])
  })

  it('leaves what a shorter row does not reach', () => {
    expect(cellsOf([['a', 'b'], ['c']], [1, 1], [9, 9])).toEqual(['00=a 01=b 10=c', nothing])
  })
})

describe('text from a spreadsheet', () => {
  it.each<[string, string[][]]>([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"two\nlines"\t"say ""so"""', [['two\nlines', 'say "so"']]],
    ['6" cable\t"half', [['6" cable', '"half']]],
    ['', [['']]],
    ['\t\n', [['', '']]],
  ])('%j', (text, rows) => {
    expect(readTabSeparated(text)).toEqual(rows)
  })

  it('is quoted as a spreadsheet does it', () => {
    expect(
      writeTabSeparated([
        ['a\tb', 'c"d'],
        ['e', 'f'],
      ]),
    ).toBe('"a\tb"\t"c""d"\ne\tf')
  })
})

describe('the drawing in a cell', () => {
  it('shows what is payable month by month, and what is delivered', () => {
    const schedule = scheduleOfDeal(book, colossus)
    // Half in May and June 2026, whole in the 35 months after.
    const halves = [0.5, 0.5, ...Array.from({ length: 35 }, () => 1)]
    expect(sharesOf(termById('ramp'), schedule)).toEqual(halves)
    expect(sharesOf(termById('delivery'), schedule)).toEqual(halves)
  })

  it('is where there are steps or an escalator, and only there', () => {
    const drawn = (id: string, deal = deals[0]!) => hasShares(termById(id), deal)
    expect([drawn('ramp'), drawn('delivery'), drawn('escalator'), drawn('monthlyFee')]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(drawn('ramp', deals[1])).toBe(false)
  })

  it('of an escalator rises with the price, from a third to the whole', () => {
    const rising = sample({
      type: 'escalator.set',
      chargeId: `${colossus}/fee`,
      escalator: yearlyEscalator(100_000),
    })
    const shares = sharesOf(termById('escalator'), scheduleOfDeal(rising, colossus))
    // 1, 1.1, 1.21, 1.331 times the fee; drawn from half the rise below the first: (1 - 0.8345) / (1.331 - 0.8345).
    expect(shares[0]).toBeCloseTo(1 / 3, 6)
    expect(shares[12]).toBeCloseTo((1.1 - 0.8345) / 0.4965, 6)
    expect(shares.at(-1)).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import { columnsFor, inGroups } from '../../renderer/summary/columns.ts'
import { pageFor } from '../../renderer/summary/page.ts'
import { paginate, type PieceSize } from '../../renderer/summary/paginate.ts'

const piece = (height: number, keepsNext = false): PieceSize => ({ height, table: null, keepsNext })
const row = (table: string, height = 10, keepsNext = false): PieceSize => ({ height, table, keepsNext })
const headOf = () => 20

describe('the pages of the document', () => {
  it('hold what there is room for, to the last pixel', () => {
    expect(paginate([piece(40), piece(60), piece(1)], headOf, 100)).toEqual([[0, 1], [2]])
  })

  it('repeat the head of a table that goes on, and count its height on each page', () => {
    // A head of 20 and 8 rows of 10 fill a page of 100.
    const rows = Array.from({ length: 17 }, () => row('a'))
    expect(paginate(rows, headOf, 100).map((page) => page.length)).toEqual([8, 8, 1])
  })

  it('count a head for each of two tables that follow each other', () => {
    expect(paginate([row('a'), row('b'), row('b')], headOf, 70)).toEqual([[0, 1, 2]])
    expect(paginate([row('a'), row('b'), row('b')], headOf, 69)).toEqual([[0, 1], [2]])
  })

  it('keep a heading with the head and the first row of its table', () => {
    const pieces = [piece(60), piece(10, true), row('a')]
    expect(paginate(pieces, headOf, 100)).toEqual([[0, 1, 2]])
    expect(paginate(pieces, headOf, 99)).toEqual([[0], [1, 2]])
  })

  it('give what is higher than a page one of its own, and lose nothing', () => {
    expect(paginate([piece(10), piece(300), piece(10)], headOf, 100)).toEqual([[0], [1], [2]])
    expect(paginate([piece(10, true), piece(300, true), piece(10)], headOf, 100)).toEqual([[0], [1], [2]])
    expect(paginate([], headOf, 100)).toEqual([[]])
  })
})

describe('the columns of a table on paper', () => {
  it('are four at most, and fewer where a number would be broken', () => {
    expect(columnsFor(['$45.000 B', 'a-very-long-word-without-any-number'])).toBe(4)
    expect(columnsFor(['$45,645,000,000'])).toBe(4) // 15 characters
    expect(columnsFor(['+$45,645,000,000'])).toBe(3)
    expect(columnsFor(['+$45,645,000,000.00'])).toBe(3) // 19
    expect(columnsFor(['+$145,645,000,000,000'])).toBe(2) // 21
  })

  it('are spread evenly over as few tables as there must be', () => {
    const sizes = (deals: number, most: number) =>
      inGroups([...Array(deals).keys()], most).map((group) => group.length)
    expect(sizes(1, 4)).toEqual([1])
    expect(sizes(5, 4)).toEqual([3, 2])
    expect(sizes(7, 4)).toEqual([4, 3])
    expect(sizes(8, 4)).toEqual([4, 4])
    expect(sizes(8, 3)).toEqual([3, 3, 2])
    expect(inGroups([1, 2, 3, 4, 5], 4)).toEqual([
      [1, 2, 3],
      [4, 5],
    ])
    expect(inGroups([], 4)).toEqual([])
  })
})

describe('the page', () => {
  it.each([
    // 210 by 297 mm and 8.5 by 11 inches, at 96 pixels to the inch.
    ['a4', (210 / 25.4) * 96, (297 / 25.4) * 96],
    ['letter', 8.5 * 96, 11 * 96],
  ] as const)(
    'of %s is no wider than its paper, for a wider one is printed smaller',
    (paper, width, height) => {
      const page = pageFor({ paper })
      const [, top, side, bottom] = /margin: (\d+)px (\d+)px (\d+)px/.exec(page.rule)!.map(Number)
      expect(page.width).toBeLessThanOrEqual(width - 2 * side!)
      expect(page.height).toBeLessThanOrEqual(height - top! - bottom!)
      expect(page.room).toBeLessThan(page.height)
    },
  )
})

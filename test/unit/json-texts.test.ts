import { describe, expect, it } from 'vitest'
import { readJson } from '../../shared/document/json.ts'
import { beginsAsDocument, isLikeBook, isLikeDeals } from '../../shared/document/kind.ts'

describe('a JSON text', () => {
  it.each([
    ['', 'is not JSON: it ends before it is complete.'],
    ['{"start": "2027-01-01",\n  "end" "2028-01-01"}', 'is not JSON: line 2, column 9 cannot be read.'],
    ['[1, tru]', 'is not JSON: line 1, column 5 cannot be read.'],
    ['["\\x"]', 'is not JSON: line 1, column 3 cannot be read.'],
    ['[1] 2', 'is not JSON: line 1, column 5 cannot be read.'],
    ['["abc', 'is not JSON: it ends before it is complete.'],
    ['{"start": ', 'is not JSON: it ends before it is complete.'],
    ['\u0000', 'is not JSON: line 1, column 1 cannot be read.'],
    ['['.repeat(1_000_000), 'is nested deeper than any deal or book is.'],
    [`{"a":1${',"a":1'.repeat(1000)}}`, 'has an object of more than 1000 names, which no deal has.'],
    [`[${'0,'.repeat(3_000_001)}`, 'holds more than 3000000 values, the most that are read.'],
  ])('that is none is refused with its place: %#', (text, sentence) => {
    expect(readJson(text)).toEqual({ ok: false, error: sentence })
  })

  it('keeps brackets and commas inside texts', () => {
    const value = { a: '[[[{,"\\'.repeat(100), b: ['\\', '"'] }
    expect(readJson(JSON.stringify(value))).toEqual({ ok: true, value })
  })

  it('is known as a deal, a list of deals or a book by the terms it names', () => {
    expect([{ start: 1 }, [{ charges: [] }], {}, [1], 'start', null, 5].map(isLikeDeals)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    expect([{ offtake: 'book' }, { name: 'a' }, null].map(isLikeBook)).toEqual([true, false, false])
    expect(
      ['{"start": "2027', '[ { "charges": [', '{start}', '{"a": 1', '1.25B'].map(beginsAsDocument),
    ).toEqual([true, true, false, false, false])
  })
})

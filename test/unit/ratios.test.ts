import { describe, expect, it } from 'vitest'
import { formatRatio } from '../../shared/format/number.ts'
import { parseRatio } from '../../shared/format/parse.ts'

const pue = { least: 1_000_000, most: 5_000_000, subject: 'PUE', example: '1.25' }

/** Parts per million, or the sentence. */
function read(text: string, locale = 'en-US'): number | string {
  const ratio = parseRatio(text, locale, pue)
  return ratio.ok ? ratio.value : ratio.problem
}

describe('a PUE is read', () => {
  it.each([
    ['1.25', 1_250_000],
    ['1', 1_000_000],
    ['1.4', 1_400_000],
    ['125 %', 1_250_000],
    ['=300/240', 1_250_000],
    ['1.123456', 1_123_456],
  ])('%s as %i parts per million', (text, ratio) => {
    expect(read(text)).toBe(ratio)
  })

  it('by the signs of the place', () => {
    expect(read('1,25', 'de-DE')).toBe(1_250_000)
    expect(read('١٫٢٥', 'ar-SA')).toBe(1_250_000)
    expect(read('1.25', 'de-DE')).toMatch(/could be 1,25 or 125/)
  })
})

describe('a PUE is refused with its own example', () => {
  it.each(['125', '0.8', '=1/2', '6', '50 %', '-1.25'])('%s', (text) => {
    expect(read(text)).toBe('PUE is a ratio such as 1.25, from 1.00 to 5.00.')
  })

  it('as text, and with too many decimals', () => {
    expect(read('low')).toBe('“low” is not a number. Write a number, such as 1.25.')
    expect(read('1.2345678')).toBe('PUE has at most six decimals.')
    expect(read('9', 'de-DE')).toBe('PUE is a ratio such as 1,25, from 1,00 to 5,00.')
  })
})

describe('a PUE is shown', () => {
  it('with two decimals, or as many as it has', () => {
    expect(formatRatio(1_250_000, 'en-US')).toBe('1.25')
    expect(formatRatio(1_400_000, 'en-US')).toBe('1.40')
    expect(formatRatio(1_255_500, 'de-DE')).toBe('1,2555')
  })
})

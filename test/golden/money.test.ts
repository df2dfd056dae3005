import { describe, expect, it } from 'vitest'
import {
  allocate,
  divideRounded,
  multiplyRate,
  multiplyRatio,
  multiplyUnitPrice,
  roundDecimal,
  type RoundingMode,
  spread,
} from '../../shared/money.ts'
import { rational, round } from '../../shared/rational.ts'
import allocations from './cases/allocation.json'
import roundings from './cases/rounding.json'

interface Rounding {
  id: string
  function: string
  inputs: { numerator: number; denominator: number; value: string; scale: number; mode: RoundingMode }
  expected: number | string
}

const roundingCases = roundings as unknown as Rounding[]

describe('every case of rounding, exactly', () => {
  it.each(roundingCases.map((each) => [each.id, each] as const))('%s', (_, each) => {
    const { numerator, denominator, value, scale, mode } = each.inputs
    if (each.function === 'ROUND_DECIMAL') expect(roundDecimal(value, scale, mode)).toBe(each.expected)
    else {
      expect(each.function).toBe('ROUND_DIV')
      expect(divideRounded(numerator, denominator, mode)).toBe(each.expected)
      expect(divideRounded(BigInt(numerator), denominator, mode)).toBe(each.expected)
      // The same fraction in parts per million.
      expect(multiplyRate(numerator, 1_000_000 / denominator, mode)).toBe(each.expected)
    }
  })

  it.each(
    roundingCases
      .filter(({ inputs }) => inputs.mode === 'halfAwayFromZero')
      .map(({ id, inputs, expected }) => [id, inputs, expected] as const),
  )('%s, as a ratio', (_, { numerator, denominator }, expected) => {
    expect(Number(round(rational(numerator, denominator)))).toBe(expected)
    expect(multiplyRatio(numerator, 1, denominator)).toBe(expected)
  })
})

/** Cases of another method than the largest remainder, which is ours. */
const ofAnotherMethod: Readonly<Record<string, string>> = {
  'dinero-13': 'One unit at a time to the largest ratio: 64 and 61. The exact shares are 63.125 and 61.875.',
}

describe('every case of allocation, exactly', () => {
  const applicable = allocations.filter(({ id }) => !(id in ofAnotherMethod))

  it.each(applicable.map((each) => [each.id, each] as const))('%s', (_, { inputs, expected }) => {
    const { amountMinor, ratios } = inputs
    if (Array.isArray(expected)) expect(allocate(amountMinor, ratios)).toEqual(expected)
    else expect(() => allocate(amountMinor, ratios)).toThrow(RangeError)
  })

  it('leaves out those of another method, and no others', () => {
    const others = allocations.filter((each) => each.largestRemainderAgrees === false)
    expect(others.map(({ id }) => id)).toEqual(Object.keys(ofAnotherMethod))
    // The larger remainder is the second's, 0.875 to 0.125.
    expect(allocate(125, [5050, 4950])).toEqual([63, 62])
  })
})

describe('an amount over time', () => {
  // $45,000,000,000.00 over 37 months leaves 23 cents beyond 121,621,621,621 each: a cent more in 23 months.
  it('leaves no cent over', () => {
    const parts = spread(4_500_000_000_000, 37)
    expect(parts.filter((part) => part === 121_621_621_622)).toHaveLength(23)
    expect(parts.filter((part) => part === 121_621_621_621)).toHaveLength(14)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(4_500_000_000_000)
  })

  // Running totals of 10 over 4 are 2.5, 5, 7.5 and 10, with halves away from zero 3, 5, 8 and 10.
  it('is rounded on the running total', () => {
    expect(spread(10, 4)).toEqual([3, 2, 3, 2])
    expect(spread(-10, 4)).toEqual([-3, -2, -3, -2])
    expect(spread(-0, 1)).toEqual([0])
  })

  it('is spread over one part at least', () => {
    for (const count of [0, -1, 1.5, Number.NaN]) expect(() => spread(10, count)).toThrow(RangeError)
  })
})

describe('a unit price', () => {
  // 4,452,783.066025 a MW-month * 2,750 MW * 12 = 146,941,841,178.825 dollars, which a double rounds down.
  it('is multiplied exactly where the product is beyond 2^53 millionths', () => {
    expect(multiplyUnitPrice(4_452_783_066_025, 2750 * 12)).toBe(14_694_184_117_883)
    expect(multiplyUnitPrice(4_452_783_066_025, 2750 * 12, 1, 'halfEven')).toBe(14_694_184_117_882)
    expect(multiplyUnitPrice(-4_452_783_066_025, 2750 * 12)).toBe(-14_694_184_117_883)
  })

  // $2.35 an hour for a third of an hour: 0.78333 dollars; 783.33 thousandths of a dinar; 1 yen.
  it('takes a ratio for a quantity and the decimals of a currency', () => {
    expect(multiplyUnitPrice(2_350_000, 1, 3)).toBe(78)
    expect(multiplyUnitPrice(2_350_000, 1, 3, 'halfAwayFromZero', 3)).toBe(783)
    expect(multiplyUnitPrice(2_350_000, 1, 3, 'halfAwayFromZero', 0)).toBe(1)
    expect(multiplyUnitPrice(2_350_000, 1, 3, 'up')).toBe(79)
  })

  it('is refused where it is not exact, or nothing is left of it', () => {
    expect(() => multiplyUnitPrice(0.5, 1)).toThrow(RangeError)
    expect(() => multiplyUnitPrice(1, 1, 0)).toThrow(RangeError)
    expect(() => multiplyUnitPrice(10 ** 15, 10 ** 15)).toThrow('too large')
    expect(() => multiplyUnitPrice(1, 1, 1, 'up', 7)).toThrow(RangeError)
  })
})

describe('a rate', () => {
  // Half of 5 is 2.5, half of 10^15 + 5 is 500,000,000,000,002.5, and 3 % of 1,000,050 is 30,001.5.
  it('is rounded by the parity of the whole', () => {
    expect(multiplyRate(5, 500_000, 'halfEven')).toBe(2)
    expect(multiplyRate(10 ** 15 + 5, 500_000, 'halfEven')).toBe(500_000_000_000_002)
    expect(multiplyRate(1_000_050, 30_000, 'halfEven')).toBe(30_002)
    expect(multiplyRate(1_000_050, 30_000, 'halfOdd')).toBe(30_001)
    expect(multiplyRate(-1_000_050, 30_000)).toBe(-30_002)
  })

  it('is refused where the product is too large, and no fraction is taken for a whole', () => {
    expect(() => multiplyRate(Number.MAX_SAFE_INTEGER, 2_000_000)).toThrow('too large')
    expect(() => multiplyRate(1.5, 1)).toThrow(RangeError)
    expect(() => multiplyRate(1, 0.5)).toThrow(RangeError)
  })
})

describe('a division', () => {
  it('takes integers of any size, and answers with one a double holds', () => {
    expect(divideRounded(10n ** 40n + 5n, 10n ** 30n)).toBe(10 ** 10)
    expect(divideRounded(7, -2n)).toBe(-4)
    expect(divideRounded(Number.MAX_SAFE_INTEGER, 2, 'halfEven')).toBe(2 ** 52)
    expect(() => divideRounded(2n ** 53n, 1)).toThrow('too large')
  })

  it('is by no zero, and of no fraction', () => {
    for (const zero of [0, -0, 0n]) expect(() => divideRounded(1, zero)).toThrow(RangeError)
    expect(() => divideRounded(0.5, 1)).toThrow(RangeError)
    expect(() => divideRounded(1, 2 ** 53)).toThrow(RangeError)
  })
})

describe('a decimal', () => {
  it('is written with all its digits, and never as -0', () => {
    expect(roundDecimal('2.5', 3)).toBe('2.500')
    expect(roundDecimal('-0.004', 2)).toBe('0.00')
    expect(roundDecimal('-0.005', 2)).toBe('-0.01')
    expect(roundDecimal('999.995', 2)).toBe('1000.00')
    expect(roundDecimal('2.5', 0)).toBe('3')
    expect(roundDecimal('+007', 0)).toBe('7')
  })

  it('is exact at any length', () => {
    expect(roundDecimal(`0.${'3'.repeat(100)}5`, 100)).toBe(`0.${'3'.repeat(99)}4`)
  })

  it('is digits and a point, and nothing else', () => {
    for (const text of ['', '-', '.', '1e3', '1,000', ' 1', '0x1', '1.', 'NaN'])
      expect(() => roundDecimal(text, 2)).toThrow(RangeError)
    for (const scale of [-1, 0.5, 1001]) expect(() => roundDecimal('1', scale)).toThrow(RangeError)
  })
})

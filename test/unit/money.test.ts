import { describe, expect, it } from 'vitest'
import { exact, multiplyRatio, total } from '../../shared/money.ts'
import { ceiling, divide, floor, rational, round, toNumber } from '../../shared/rational.ts'

describe('an amount times a ratio', () => {
  it('is exact where the product passes 2^53', () => {
    // $100 B * 29/31 = 93,548,387,096.774...
    expect(multiplyRatio(10 ** 13, 29, 31)).toBe(9_354_838_709_677)
    // The same, with the parts per million of a share as well: 50 %.
    expect(multiplyRatio(10 ** 13, 29 * 500_000, 31 * 1_000_000)).toBe(4_677_419_354_839)
    // dom-07: 146,941,841,178.825 dollars, which a double rounds down.
    expect(multiplyRatio(4_452_783_066_025, 2750 * 12, 10_000)).toBe(146_941_841_178_83)
  })

  it('rounds halves away from zero on both sides', () => {
    expect([1, 3, -1, -3].map((amount) => multiplyRatio(amount, 1, 2))).toEqual([1, 2, -1, -2])
  })

  it('gives no minus zero', () => {
    expect(Object.is(multiplyRatio(-1, 1, 3), 0)).toBe(true)
    expect(Object.is(multiplyRatio(0, -1, 3), 0)).toBe(true)
  })
})

describe('an amount that a double cannot hold', () => {
  it('is an error, never a wrong number', () => {
    expect(() => exact(2 ** 53)).toThrow('too large')
    expect(() => total([Number.MAX_SAFE_INTEGER, 1])).toThrow('too large')
    expect(() => multiplyRatio(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow('too large')
  })
})

describe('a fraction', () => {
  it('is kept in lowest terms, its denominator above zero', () => {
    expect(rational(-6, -4)).toEqual({ numerator: 3n, denominator: 2n })
    expect(rational(6, -4)).toEqual({ numerator: -3n, denominator: 2n })
    expect(rational(0, -7)).toEqual({ numerator: 0n, denominator: 1n })
  })

  it('has a floor, a ceiling and a nearest whole number on both sides of zero', () => {
    const halves = [-3, -1, 1, 3].map((numerator) => rational(numerator, 2))
    expect(halves.map(floor)).toEqual([-2n, -1n, 0n, 1n])
    expect(halves.map(ceiling)).toEqual([-1n, 0n, 1n, 2n])
    expect(halves.map(round)).toEqual([-2n, -1n, 1n, 2n])
  })

  it('is no division by zero', () => {
    expect(() => rational(1, 0)).toThrow(RangeError)
    expect(() => divide(rational(1), rational(0))).toThrow(RangeError)
  })

  it('becomes a float even where its parts are beyond one', () => {
    expect(toNumber(rational(10n ** 400n + 1n, 10n ** 400n))).toBe(1)
  })
})

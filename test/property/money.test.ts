import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, divideRounded, multiplyRate, type RoundingMode, spread } from '../../shared/money.ts'
import { ceiling, floor, type Rational, rational, signOf, subtract } from '../../shared/rational.ts'

const modes = [
  'halfAwayFromZero',
  'halfTowardsZero',
  'halfEven',
  'halfOdd',
  'halfUp',
  'halfDown',
  'up',
  'down',
] as const satisfies readonly RoundingMode[]

const mode = fc.constantFrom(...modes)

/** Small ones meet halves and zero often, and large ones the end of what a double holds. */
const integer = fc.oneof(
  fc.integer({ min: -30, max: 30 }),
  fc.integer({ min: -(10 ** 13), max: 10 ** 13 }),
  fc.maxSafeInteger(),
)

/** A definition of the modes by floor and ceiling, apart from the division by remainders it is held against. */
function rounded(value: Rational, mode: RoundingMode): bigint {
  const [below, above] = [floor(value), ceiling(value)]
  const nearer = signOf(subtract(subtract(value, rational(below)), subtract(rational(above), value)))
  if (mode === 'up') return above
  if (mode === 'down') return below
  if (nearer !== 0) return nearer < 0 ? below : above
  const isNegative = signOf(value) < 0
  const even = below % 2n === 0n ? below : above
  const odd = below % 2n === 0n ? above : below
  return {
    halfAwayFromZero: isNegative ? below : above,
    halfTowardsZero: isNegative ? above : below,
    halfEven: even,
    halfOdd: below === above ? below : odd,
    halfUp: above,
    halfDown: below,
  }[mode]
}

/** What a function has to answer: the number, or an error where a double does not hold it exactly. */
function expectExactly(value: bigint, answer: () => number) {
  const number = Number(value)
  if (Number.isSafeInteger(number)) expect(answer()).toBe(number)
  else expect(answer).toThrow(RangeError)
}

const runs = { numRuns: 2000 }

describe('a division, rounded', () => {
  it('is that of exact fractions in every mode, and never -0', () => {
    fc.assert(
      fc.property(
        integer,
        integer.filter((denominator) => denominator !== 0),
        mode,
        fc.boolean(),
        (numerator, denominator, mode, isBig) => {
          const expected = rounded(rational(numerator, denominator), mode)
          expectExactly(expected, () =>
            divideRounded(isBig ? BigInt(numerator) : numerator, denominator, mode),
          )
          expect(Object.is(divideRounded(numerator, denominator, mode), -0)).toBe(false)
        },
      ),
      runs,
    )
  })
})

describe('an amount times a rate', () => {
  const rate = fc.oneof(
    fc.integer({ min: -2_000_000, max: 2_000_000 }),
    fc.constantFrom(500_000, -250_000, 1_000_000),
    fc.maxSafeInteger(),
  )

  it.each(modes)('is that of exact fractions, %s', (mode) => {
    fc.assert(
      fc.property(integer, rate, (amount, rate) => {
        const exact = rational(BigInt(amount) * BigInt(rate), 1_000_000)
        expectExactly(rounded(exact, mode), () => multiplyRate(amount, rate, mode))
      }),
      runs,
    )
  })
})

const distance = (part: bigint, share: Rational): Rational => {
  const off = subtract(rational(part), share)
  return off.numerator < 0n ? rational(-off.numerator, off.denominator) : off
}

/** Whether a part is less than one unit from its exact share. */
const isWithinOne = (part: number, share: Rational): boolean => {
  const { numerator, denominator } = distance(BigInt(part), share)
  return numerator < denominator
}

const sumOf = (parts: readonly number[]) => parts.reduce((sum, part) => sum + BigInt(part), 0n)

describe('an amount split by weights', () => {
  const weight = fc.oneof(
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 0, max: 10 ** 6 }),
    fc.maxSafeNat(),
  )
  const weights = fc
    .array(weight, { minLength: 1, maxLength: 20 })
    .filter((weights) => weights.some((weight) => weight > 0))

  it('sums to the whole, each part within a unit of its share', () => {
    fc.assert(
      fc.property(integer, weights, (total, weights) => {
        const parts = allocate(total, weights)
        const sum = sumOf(weights)
        expect(sumOf(parts)).toBe(BigInt(total))
        for (const [i, part] of parts.entries()) {
          expect(isWithinOne(part, rational(BigInt(total) * BigInt(weights[i]!), sum))).toBe(true)
          expect(Object.is(part, -0)).toBe(false)
          if (weights[i] === 0) expect(part).toBe(0)
        }
      }),
      runs,
    )
  })

  it('mirrors a negative amount, and gives equal weights no more to a later part', () => {
    fc.assert(
      fc.property(integer, weights, (total, weights) => {
        const parts = allocate(total, weights).map(Math.abs)
        expect(allocate(total === 0 ? 0 : -total, weights).map(Math.abs)).toEqual(parts)
        for (const [i, weight] of weights.entries()) {
          const next = weights.indexOf(weight, i + 1)
          if (next > 0) expect(parts[next]).toBeLessThanOrEqual(parts[i]!)
        }
      }),
      runs,
    )
  })
})

describe('an amount spread over time', () => {
  it('sums to the whole, each part within a unit of its share, each running total within half of one', () => {
    fc.assert(
      fc.property(integer, fc.integer({ min: 1, max: 100 }), (total, count) => {
        const parts = spread(total, count)
        expect(parts).toHaveLength(count)
        expect(sumOf(parts)).toBe(BigInt(total))
        let posted = 0n
        for (const [i, part] of parts.entries()) {
          expect(isWithinOne(part, rational(total, count))).toBe(true)
          expect(Object.is(part, -0)).toBe(false)
          posted += BigInt(part)
          const off = distance(posted, rational(BigInt(total) * BigInt(i + 1), count))
          expect(off.numerator * 2n <= off.denominator).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

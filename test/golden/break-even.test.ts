import { describe, expect, it } from 'vitest'
import { breakEven, type Curve } from '../../shared/engine/breakEven.ts'
import { rational } from '../../shared/rational.ts'
import cases from './cases/break-even.json'

type Cost = Omit<Curve, 'jumps'> & Partial<Curve>

const found = (a: Cost, b: Cost, horizon: number) =>
  breakEven({ jumps: [], ...a }, { jumps: [], ...b }, horizon)

const ramped: Cost = {
  rates: [
    [0, 50],
    [2, 100],
  ],
}

describe('break-even, worked by hand', () => {
  it('50, 50, 100... a month meets 1000 + 20 a month at month 13.75', () => {
    // At month 2: 100 against 1040; then 80 a month: 2 + 940/80.
    const { crossings, startSign } = found(ramped, { rates: [[0, 20]], jumps: [[0, 1000]] }, 60)
    expect(startSign).toBe(-1)
    expect(crossings).toEqual([{ t: rational(1375, 100), until: rational(1375, 100), cheaperAfter: 'b' }])
  })

  it('50, 50, 100... a month meets 75 a month at exactly month 4', () => {
    const { crossings } = found(ramped, { rates: [[0, 75]] }, 36)
    expect(crossings).toEqual([{ t: rational(4), until: rational(4), cheaperAfter: 'b' }])
  })

  it('100 a month meets 60 * 6, 160 * 10, 40 * 8 at months 10 and 22', () => {
    // At 6: 600 against 360, closing by 60 a month: 10. At 16: 1600 against 1960, closing by 60: 22.
    const stepped: Cost = {
      rates: [
        [0, 60],
        [6, 160],
        [16, 40],
      ],
    }
    const { crossings, startSign } = found({ rates: [[0, 100]] }, stepped, 24)
    expect(startSign).toBe(1)
    expect(crossings.map(({ t, cheaperAfter }) => [t, cheaperAfter])).toEqual([
      [rational(10), 'a'],
      [rational(22), 'b'],
    ])
  })

  it('a prepaid deal meets the Colossus lease in cash at month 32033/929 (dom-19)', () => {
    // In millions times 13, so that all is whole: 8,640 credited back over 13 months from month 24.
    const lease: Cost = {
      rates: [
        [0, 625 * 13],
        [2, 1250 * 13],
      ],
    }
    const prepaid: Cost = {
      rates: [
        [0, 600 * 13],
        [2, 1200 * 13],
        [24, 1200 * 13 - 8640],
      ],
      jumps: [[0, 8640 * 13]],
    }
    const { crossings } = found(lease, prepaid, 37)
    expect(crossings).toEqual([{ t: rational(32033, 929), until: rational(32033, 929), cheaperAfter: 'b' }])
  })
})

describe('break-even, the cases an independent solver confirms', () => {
  it.each(cases.map((each) => [each.id, each.note, each] as const))(
    '%s: %s',
    (_, __, { inputs, expected }) => {
      const result = found(inputs.A as unknown as Cost, inputs.B as unknown as Cost, inputs.horizonMonths)
      expect(result.crossings).toHaveLength(expected.crossings.length)
      expect(result.touches).toHaveLength(expected.touches.length)
      expect(result.initialCoincidence).toBe(expected.initialCoincidence)
      expect(result.mergedFrom).toBe(expected.mergedFrom)
      expect(result.identical).toBe(expected.identical)
      expect(result.startSign).toBe(expected.startSign)
    },
  )
})

describe('break-even, where curves do not simply cross', () => {
  const level: Cost = { rates: [[0, 10]] }

  it('equality at the start is no crossing', () => {
    const { crossings, touches, initialCoincidence, startSign } = found(level, { rates: [[0, 11]] }, 12)
    expect([crossings, touches, initialCoincidence]).toEqual([[], [], null])
    expect(startSign).toBe(-1)
  })

  it('curves that run together at first part, and do not cross', () => {
    const later: Cost = {
      rates: [
        [0, 10],
        [3, 12],
      ],
    }
    const result = found(level, later, 12)
    expect(result.initialCoincidence).toEqual(rational(3))
    expect(result.crossings).toEqual([])
    expect(result.startSign).toBe(-1)
  })

  it('curves that meet and part on the same side touch', () => {
    // 5 a month to 2, 15 to 4: 40 each at 4; then 5 again, so B is always below but there.
    const b: Cost = {
      rates: [
        [0, 5],
        [2, 15],
        [4, 5],
      ],
    }
    const result = found(level, b, 12)
    expect(result.crossings).toEqual([])
    expect(result.touches).toEqual([{ t: rational(4), until: rational(4) }])
  })

  it('an equal stretch with the same side before and after is one touch', () => {
    const b: Cost = {
      rates: [
        [0, 5],
        [2, 15],
        [4, 10],
        [6, 5],
      ],
    }
    const result = found(level, b, 12)
    expect(result.crossings).toEqual([])
    expect(result.touches).toEqual([{ t: rational(4), until: rational(6) }])
  })

  it('an equal stretch with other sides before and after is one crossing', () => {
    const b: Cost = {
      rates: [
        [0, 5],
        [2, 15],
        [4, 10],
        [6, 15],
      ],
    }
    const result = found(level, b, 12)
    expect(result.touches).toEqual([])
    expect(result.crossings).toEqual([{ t: rational(4), until: rational(6), cheaperAfter: 'a' }])
  })

  it('curves that meet and stay together have merged', () => {
    const b: Cost = {
      rates: [
        [0, 5],
        [2, 15],
        [4, 10],
      ],
    }
    const result = found(level, b, 12)
    expect(result.crossings).toEqual([])
    expect(result.mergedFrom).toEqual(rational(4))
    expect(result.identical).toBe(false)
  })

  it('equal curves are identical, not merged', () => {
    const result = found(level, level, 12)
    expect(result.identical).toBe(true)
    expect([result.mergedFrom, result.startSign, result.crossings]).toEqual([null, 0, []])
  })

  it('a payment that jumps over the other curve crosses on its day', () => {
    // At 5: 50 against 25, and 100 at once makes 125.
    const result = found(level, { rates: [[0, 5]], jumps: [[5, 100]] }, 12)
    expect(result.crossings).toEqual([{ t: rational(5), until: rational(5), cheaperAfter: 'a' }])
  })

  it('a payment that lands on the other curve and leaves it on the same side touches', () => {
    // At 5: 50 against 25, and 25 at once meets; then 5 a month falls behind again.
    const result = found(level, { rates: [[0, 5]], jumps: [[5, 25]] }, 12)
    expect(result.crossings).toEqual([])
    expect(result.touches).toEqual([{ t: rational(5), until: rational(5) }])
  })

  it('a payment at the start that the other side never makes good leaves no crossing', () => {
    const result = found(level, { rates: [[0, 10]], jumps: [[0, 1]] }, 12)
    expect(result.crossings).toEqual([])
    expect(result.startSign).toBe(-1)
  })

  it('a crossing beyond the horizon is none', () => {
    // 10 a month against 100 + 5 a month meet at 20.
    const upfront: Cost = { rates: [[0, 5]], jumps: [[0, 100]] }
    expect(found(level, upfront, 19).crossings).toEqual([])
    expect(found(level, upfront, 21).crossings).toHaveLength(1)
  })

  it('curves that meet exactly at the horizon do not cross within it', () => {
    const result = found(level, { rates: [[0, 5]], jumps: [[0, 100]] }, 20)
    expect(result.crossings).toEqual([])
    expect(result.mergedFrom).toEqual(rational(20))
  })
})

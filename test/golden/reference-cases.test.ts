import { describe, expect, it } from 'vitest'
import { monthsAfter, dateOf, dayOf, startOfNextMonth } from '../../shared/days.ts'
import { multiplyRatio } from '../../shared/money.ts'
import { rational, round } from '../../shared/rational.ts'
import dates from './cases/calendar.json'
import roundings from './cases/rounding.json'

/** The value a spreadsheet's date function has in our calendar. */
function dateFunction(name: string, inputs: { start: string; months?: number; end?: string }) {
  const start = dayOf(inputs.start)
  switch (name) {
    case 'EDATE':
      return dateOf(monthsAfter(start, inputs.months!))
    case 'EOMONTH':
      return dateOf(startOfNextMonth(monthsAfter(start, inputs.months!)) - 1)
    case 'DAYS':
      return dayOf(inputs.end!) - start
    default:
      throw new Error(`There is no ${name} here.`)
  }
}

describe('the calendar agrees with a spreadsheet’s', () => {
  it.each(dates.map((each) => [each.id, each.function, each] as const))(
    '%s: %s',
    (_, name, { inputs, expected }) => {
      expect(dateFunction(name, inputs)).toBe(expected)
    },
  )
})

describe('halves are rounded away from zero', () => {
  it.each(roundings.map((each) => [each.id, each.inputs, each.expected] as const))(
    '%s',
    (_, { numerator, denominator }, expected) => {
      expect(Number(round(rational(numerator, denominator)))).toBe(expected)
      expect(multiplyRatio(numerator, 1, denominator)).toBe(expected)
    },
  )
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Parsed } from '../../shared/format/expression.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import {
  parseAmount,
  parseCount,
  parseDate,
  parseNotice,
  parsePercent,
  parsePower,
  parseText,
} from '../../shared/format/parse.ts'
import { parseCivilDate } from '../../shared/days.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { apply } from '../../shared/commands/apply.ts'
import { termCatalog } from '../../shared/terms/catalog.ts'
import { colossus } from '../golden/sampleDeals.ts'
import { startingBook } from './arbitraries.ts'

const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'exact' }
const german: NumberStyle = { locale: 'de-DE', currency: 'EUR', unit: 'exact' }

const parsers: Readonly<Record<string, (text: string) => Parsed<unknown>>> = {
  amount: (text) => parseAmount(text, style),
  germanAmount: (text) => parseAmount(text, german),
  percent: (text) => parsePercent(text, 'en-US', { least: 0, most: 1_000_000, subject: 'A discount' }),
  count: (text) => parseCount(text, 'en-US', { least: 0, most: 1000, subject: 'The number' }),
  power: (text) => parsePower(text, 'en-US'),
  notice: parseNotice,
  date: (text) => parseDate(text, 'first'),
  text: (text) => parseText(text, { least: 1, most: 120, subject: 'A name' }),
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789.,kMB%=+-*/()$€ \u00a0MWxdays')),
    maxLength: 30,
  }),
)

const expectSentence = (answer: Parsed<unknown>) => {
  if (!answer.ok) expect(answer.problem).toMatch(/^[“A-Z0-9][^]*\.$/)
}

describe.each(Object.entries(parsers))('the field for %s', (_, parse) => {
  it('reads any text or refuses it with a sentence', () => {
    fc.assert(
      fc.property(anyText, (text) => expectSentence(parse(text))),
      { numRuns: 500 },
    )
  })

  it.each(['9', ' ', 'a', '(', '=(', '1+', '=1+', '.', '1 ', '-', '12 May 20', '\u0000', '😀'])(
    'answers to a million characters of %j at once, and shortly',
    (piece) => {
      const text = `x${piece.repeat(1_000_000 / piece.length)}x`
      const begun = performance.now()
      for (const each of [text, text.slice(1, -1)]) {
        const answer = parse(each)
        expect(answer.ok ? '' : answer.problem.slice(300)).toBe('')
      }
      expect(performance.now() - begun).toBeLessThan(1000)
    },
  )
})

describe('every term of the catalogue', () => {
  const terms = dealTerms(startingBook, colossus)

  it('turns any text into a command the book takes or refuses in words, or says what is wrong', () => {
    fc.assert(
      fc.property(fc.constantFrom(...termCatalog), anyText, (term, text) => {
        const entered = term.enter(terms, text, style)
        expectSentence(entered)
        if (entered.ok && entered.value) {
          const next = apply(startingBook, entered.value)
          if (next.ok) expect(term.canonical(dealTerms(next.value, colossus))).not.toBe(term.canonical(terms))
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a text as YYYY-MM-DD', () => {
  it('is a date of the calendar or none', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const date = parseCivilDate(text)
        if (date) expect(text).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      }),
    )
  })
})

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
import { type DealTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import { apply } from '../../shared/commands/apply.ts'
import { command } from '../../shared/commands/command.ts'
import { writeCells } from '../../shared/commands/writeCells.ts'
import { readTabSeparated, writeTabSeparated } from '../../shared/format/tabSeparated.ts'
import { limits } from '../../shared/schema/limits.ts'
import { copiedCell, enterCopied, textCell } from '../../shared/terms/copying.ts'
import { termCatalog } from '../../shared/terms/catalog.ts'
import { colossus } from '../golden/sampleDeals.ts'
import { bookOfOne } from './arbitraries.ts'
import { startingBook } from './arbitraryCommands.ts'

const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'exact' }
const german: NumberStyle = { locale: 'de-DE', currency: 'EUR', unit: 'exact' }
const french: NumberStyle = { locale: 'fr-FR', currency: 'KWD', unit: 'exact' }
const japanese: NumberStyle = { locale: 'ja-JP', currency: 'JPY', unit: 'exact' }

const saudi: NumberStyle = { locale: 'ar-SA', currency: 'SAR', unit: 'exact' }
const persian: NumberStyle = { locale: 'fa-IR', currency: 'AED', unit: 'exact' }
const marathi: NumberStyle = { locale: 'mr-IN', currency: 'INR', unit: 'exact' }
const swiss: NumberStyle = { locale: 'de-CH', currency: 'CHF', unit: 'exact' }
const styles = [style, german, french, japanese, saudi, persian, marathi, swiss]

const parsers: Readonly<Record<string, (text: string) => Parsed<unknown>>> = {
  amount: (text) => parseAmount(text, style),
  germanAmount: (text) => parseAmount(text, german),
  frenchAmount: (text) => parseAmount(text, french),
  japaneseAmount: (text) => parseAmount(text, japanese),
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
    unit: fc.constantFrom(
      ...Array.from('0123456789.,kMB%=+-*/()$€¥ \u00a0\u202f\u3000MWxdays０１９．，％＝－￥Ｍ'),
    ),
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
    'answers to a million characters of %j, and shortly',
    (piece) => {
      const text = `x${piece.repeat(1_000_000 / piece.length)}x`
      for (const each of [text, text.slice(1, -1)]) {
        const answer = parse(each)
        expect(answer.ok ? '' : answer.problem.slice(300)).toBe('')
      }
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

describe('any texts in any cells', () => {
  const cell = fc.record({
    dealId: fc.constantFrom(...Object.keys(startingBook.deals)),
    term: fc.constantFrom(...termCatalog.slice(0, 120)),
    text: fc.oneof(
      anyText,
      fc.constantFrom(
        '',
        '1',
        '50%',
        '2027-01-01',
        '2031-06-30',
        'yes',
        'none',
        'as used',
        'by date',
        'GPU-month',
      ),
    ),
  })

  it('are one command the channel lets through and the book takes, and a sentence for each that is refused', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 30 }), (cells) => {
        const writes = cells.map(({ dealId, term, text }) => ({
          dealId,
          termId: term.id,
          enter: (terms: DealTerms) => enterCopied(term, terms, textCell(text), style),
        }))
        const { commands, refused } = writeCells(startingBook, writes)
        expect(commands.length + refused.length).toBeLessThanOrEqual(cells.length)
        for (const { problem } of refused) expect(problem).toMatch(/^[“A-Z0-9][^]*\.$/)
        if (commands.length === 0) return
        const batch = command.parse({ type: 'batch', action: 'paste', commands })
        expect(apply(startingBook, batch).ok).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

const lineAndChoiceTerms = termCatalog.filter(({ editor }) => editor.kind !== 'steps')

describe.each(styles)('every field of a term in $locale', (style) => {
  it('reads what it holds as what it is', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const terms = dealTerms(book, 'a')
        for (const term of lineAndChoiceTerms)
          expect([term.id, term.enter(terms, term.input(terms, style), style)]).toEqual([
            term.id,
            { ok: true, value: null },
          ])
      }),
    )
  })

  it('reads what it shows, which is what a copied cell pastes', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const terms = dealTerms(book, 'a')
        for (const term of lineAndChoiceTerms) {
          const shown = term.show(terms, style)
          expect([term.id, shown, term.enter(terms, shown, style)]).toEqual([
            term.id,
            shown,
            { ok: true, value: null },
          ])
        }
      }),
    )
  })
})

describe.each(styles)('every cell copied in $locale', (style) => {
  it('is read back, by way of a spreadsheet’s text, as what it is', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const terms = dealTerms(book, 'a')
        for (const term of termCatalog) {
          const { text } = copiedCell(term, terms, style)
          const [[read]] = readTabSeparated(writeTabSeparated([[text]])) as [[string]]
          expect([term.id, text, enterCopied(term, terms, textCell(read), style)]).toEqual([
            term.id,
            text,
            { ok: true, value: null },
          ])
        }
      }),
    )
  })
})

describe('a table as spreadsheets put it on the clipboard', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'é') })
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
    )

  it('is read as it was written, with any ending of its lines and one after the last', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (rows, ending) => {
        const lines = rows.map((row) => writeTabSeparated([row]))
        expect(readTabSeparated(lines.join(ending) + ending)).toEqual(rows)
      }),
    )
  })

  it('is one row where quotes are never closed', () => {
    expect(readTabSeparated('"a\t'.repeat(100_000))).toHaveLength(1)
  })
})

describe('a notice', () => {
  const words = {
    days: {
      most: limits.noticeDays,
      written: ['days', 'Days', 'd', ' days', '\u00a0days', '\u3000ｄａｙｓ', ''],
    },
    months: {
      most: limits.noticeMonths,
      written: ['months', ' month', 'mo', '\u202fmonths', '\u3000ｍｏｎｔｈｓ'],
    },
  } as const

  it.each(['days', 'months'] as const)('in %s is read with its unit, however it is spaced', (noticeUnit) => {
    const { most, written } = words[noticeUnit]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: most }), fc.constantFrom(...written), (notice, unit) => {
        expect(parseNotice(`${notice}${unit}`)).toEqual({ ok: true, value: { notice, noticeUnit } })
      }),
      { numRuns: 1000 },
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

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dealDocument } from '../../shared/document/dealDocument.ts'
import { documentOf } from '../../shared/document/documentOf.ts'
import { readDeal } from '../../shared/document/readDeal.ts'
import { compare } from '../../shared/engine/compare.ts'
import { curves, evaluate, schedule } from '../../shared/engine/evaluate.ts'
import { exitCurve } from '../../shared/engine/exitCurve.ts'
import { figuresOf as figuresFor } from '../../shared/engine/figures.ts'
import { keyDates, latestNotice } from '../../shared/engine/keyDates.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import { exitOf } from '../../shared/engine/termination.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { figureTable } from '../../shared/tables/figures.ts'
import { bookOfOne, bookOfTwo, dayAround } from './arbitraries.ts'

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersIn)
  return []
}

const areSound = (numbers: readonly number[]) =>
  numbers.every((value) => Number.isFinite(value) && !Object.is(value, -0))

describe('any JSON', () => {
  it('is a deal, or has problems in words: nothing throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const answer of [evaluate(value), schedule(value)])
          if (!answer.ok) {
            expect(answer.error.length).toBeGreaterThan(0)
            for (const { term, message } of answer.error)
              expect([term, message]).toEqual([expect.any(String), expect.stringMatching(/\S.*\.$/s)])
          }
      }),
    )
  })

  it('that is nearly a deal has problems with their place', () => {
    const damaged = fc.record(
      {
        start: fc.oneof(fc.constant('2027-01-01'), fc.jsonValue()),
        end: fc.oneof(fc.constant('2029-01-01'), fc.jsonValue()),
        charges: fc.array(
          fc.record(
            { monthlyFee: fc.oneof(fc.nat(), fc.jsonValue()), ramp: fc.jsonValue() },
            { requiredKeys: [] },
          ),
        ),
        tranches: fc.array(
          fc.record({ gpus: fc.jsonValue(), delivery: fc.jsonValue() }, { requiredKeys: [] }),
        ),
        rights: fc.jsonValue(),
        advances: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(damaged, (value) => {
        const answer = evaluate(value)
        if (answer.ok) expect(areSound(numbersIn(answer.value))).toBe(true)
        else for (const { term } of answer.error) expect(term).not.toBe('')
      }),
    )
  })
})

describe('any valid deal', () => {
  it('is read back from its document as it is, and evaluates to sound numbers', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const terms = dealTerms(book, 'a')
        const document: unknown = JSON.parse(JSON.stringify(documentOf(terms, 'USD')))
        expect(dealDocument.safeParse(document).success).toBe(true)
        const read = readDeal(document)
        if (!read.ok) throw new Error(JSON.stringify(read.error))
        expect(documentOf(read.value, 'USD')).toEqual(document)
        const evaluation = evaluate(document)
        if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.error))
        const { context, columns } = compare(book)
        expect(evaluation.value.totalContractValue).toBe(columns[0]!.totalContractValue)
        expect(areSound(numbersIn(evaluation.value))).toBe(true)
        const bound = curves(document)
        expect(bound.ok && areSound(numbersIn(bound.value))).toBe(true)
        const rows = schedule(document)
        expect(rows.ok && areSound(numbersIn(rows.value))).toBe(true)
        expect(context.baseline).toBe(terms)
      }),
    )
  })

  it('is read as the buyer or as the provider: no amount changes, only words, and what is better', () => {
    fc.assert(
      fc.property(bookOfTwo, (book) => {
        const tables = (['buyer', 'provider'] as const).map((perspective) => {
          const { context, columns } = compare(book)
          const seen = { ...context, perspective }
          const figures = columns.map(({ terms }) => figuresFor(terms, seen))
          const style = { locale: 'en-US', currency: 'USD', unit: 'exact' } as const
          return figureTable({ context: seen, columns: figures, style })
        })
        const opposite = { better: 'worse', worse: 'better', neutral: 'neutral' }
        const [buyer, provider] = tables
        expect(provider!.map(({ id }) => id)).toEqual(buyer!.map(({ id }) => id))
        for (const [i, row] of buyer!.entries())
          for (const [j, cell] of row.cells.entries()) {
            const other = provider![i]!.cells[j]!
            expect([row.id, other.text, other.change?.text]).toEqual([row.id, cell.text, cell.change?.text])
            if (cell.change) expect(other.change!.tone).toBe(opposite[cell.change.tone])
          }
        const signed = (perspective: 'buyer' | 'provider') => {
          const answer = evaluate(documentOf(dealTerms(book, 'a'), 'USD'), { perspective })
          return answer.ok ? answer.value.netPresentValue : Number.NaN
        }
        expect(signed('provider') + signed('buyer')).toBe(0)
      }),
    )
  })

  it('has a curve of what is committed and at risk that sums to what remains', () => {
    fc.assert(
      fc.property(bookOfOne, (book) => {
        const schedule = scheduleOf(dealTerms(book, 'a'))
        for (const party of ['buyer', 'provider'] as const)
          for (const { on, committed, atRisk } of exitCurve(schedule, party))
            expect(committed + atRisk).toBe(exitOf(schedule, party, on).remaining)
      }),
    )
  })

  it('has a last notice to be out by a day: it ends service in time, and a day later it does not', () => {
    const asked = bookOfOne.chain((book) => {
      const { start, end } = dealTerms(book, 'a').deal
      return fc.tuple(fc.constant(book), dayAround(start, end))
    })
    fc.assert(
      fc.property(asked, ([book, outBy]) => {
        const schedule = scheduleOf(dealTerms(book, 'a'))
        const notice = latestNotice(schedule, 'buyer', outBy)
        for (const { on } of keyDates(schedule, outBy)) expect(Number.isInteger(on)).toBe(true)
        if (notice === null) return
        expect(exitOf(schedule, 'buyer', notice).serviceEnds).toBeLessThanOrEqual(outBy)
        const later = exitOf(schedule, 'buyer', notice + 1)
        expect(
          later.status === 'ended' ||
            later.serviceEnds > outBy ||
            later.noticeOn > notice + 1 ||
            later.termEndsFirst,
        ).toBe(true)
      }),
    )
  })
})

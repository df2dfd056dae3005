import { describe, expect, it } from 'vitest'
import { compare } from '../../shared/engine/compare.ts'
import { explain } from '../../shared/explain/explain.ts'
import type { Explanation, Quantity, StepTable } from '../../shared/explain/explanation.ts'
import { stepsTabSeparated } from '../../shared/tables/explanationTable.ts'
import { figureCatalog } from '../../shared/tables/figureCatalog.ts'
import { termCatalog } from '../../shared/terms/catalog.ts'
import { colossus, longerRamp, sample } from '../golden/sampleDeals.ts'
import { expectToAddUp } from '../property/addingUp.ts'

const { context, columns } = compare(sample())

function explained(figure: string, dealId = colossus): Explanation {
  const found = explain(figure, columns.find(({ terms }) => terms.deal.id === dealId)!.terms, context)
  if (!found) throw new Error(`${figure} is not explained.`)
  return found
}

const tableOf = ({ tables }: Explanation, title: string): StepTable => {
  const found = tables.find((table) => table.title === title)
  if (!found) throw new Error(`There is no table ${title}.`)
  return found
}

const dollars = (value: Quantity) => (value.kind === 'amount' ? value.value / 100 : Number.NaN)

describe('an explanation', () => {
  it('is there for every figure of the catalogue, under its own name, in a sentence first', () => {
    for (const { id } of figureCatalog) {
      const { figure, sentence } = explained(id)
      expect([figure, sentence]).toEqual([id, expect.stringMatching(/^[A-Z].*\S\.$/)])
    }
    expect(explain('toString', columns[0]!.terms, context)).toBeNull()
  })

  it('names terms that are in the catalogue, each once', () => {
    const known = new Set(termCatalog.map(({ id }) => id))
    for (const { id } of figureCatalog) {
      const terms = explained(id, longerRamp).inputs.flatMap((input) =>
        input.kind === 'term' ? [input] : [],
      )
      for (const { term } of terms) expect(known).toContain(term)
      const keys = terms.map(({ of, term }) => `${of} ${term}`)
      expect([id, new Set(keys).size]).toEqual([id, keys.length])
    }
  })

  it('adds up, for each deal of the sample', () => {
    const sums = columns.flatMap(({ terms }) =>
      figureCatalog.flatMap(({ id }) => {
        const explanation = explained(id, terms.deal.id)
        expectToAddUp(explanation)
        return explanation.tables.filter(({ total }) => total !== null)
      }),
    )
    expect(sums.length).toBeGreaterThan(60)
  })

  it('of the total contract value has a step for each of 37 months', () => {
    const { tables, result } = explained('totalContractValue')
    expect(tables[0]!.steps).toHaveLength(37)
    // Half of 1.25 billion in the ramp.
    expect(tables[0]!.steps[0]).toEqual({
      label: 'May 2026',
      value: { kind: 'amount', value: 625_000_000_00 },
      enters: 'plus',
    })
    expect(result).toEqual({ kind: 'amount', value: 45_000_000_000_00 })
  })

  it('of the exit cost has the fees month by month to the end of the notice, and the symbols it is told in', () => {
    const { tables, symbols, formula, otherwise } = explained('committed')
    const cost = tables.find(({ title }) => title === 'Exit cost')!
    // Notice on 20 Nov 2026 and 90 days: service ends on 18 Feb 2027. 11 of 30 days, two months, 17 of 28 days.
    expect(cost.steps.map(({ label }) => label)).toEqual([
      '20–30 Nov 2026',
      'Dec 2026',
      'Jan 2027',
      '1–17 Feb 2027',
    ])
    const fee = 1_250_000_000
    for (const [i, share] of [11 / 30, 1, 1, 17 / 28].entries())
      expect(dollars(cost.steps[i]!.value)).toBeCloseTo(fee * share, 1)
    expect(cost.leftOut).toBe('3 rows of nothing are left out.')
    expect(formula).toContain('E = min(end, max(t, L) + N)')
    expect(symbols.map(({ symbol, value }) => [symbol, value.kind])).toEqual([
      ['t', 'date'],
      ['L', 'date'],
      ['N', 'number'],
      ['end', 'date'],
      ['E', 'date'],
    ])
    // All that remains: 37,958,333,333.33 from 20 Nov 2026 on, 11 of 30 days and thirty months.
    expect(otherwise.map(({ value }) => value)).toContainEqual({ kind: 'amount', value: 3_795_833_333_333 })
  })

  it('of the present value discounts each month: (1.1)^(-1/12) a month, in advance', () => {
    const { steps } = tableOf(explained('presentValue'), 'Present value of fees by month')
    expect(steps).toHaveLength(37)
    for (const months of [0, 1, 12, 36]) {
      const { parts, value } = steps[months]!
      const fee = months < 2 ? 625_000_000 : 1_250_000_000
      expect(parts!.map((part) => part.kind)).toEqual(['amount', 'number', 'factor'])
      expect(parts![1]).toEqual({ kind: 'number', value: expect.closeTo(months, 9), unit: '' })
      expect(parts![2]).toEqual({ kind: 'factor', value: expect.closeTo(1.1 ** (-months / 12), 12) })
      expect(dollars(value)).toBeCloseTo(fee * 1.1 ** (-months / 12), 1)
    }
  })

  it('of a quotient has both sums: one over the other is the figure', () => {
    const totals = (figure: string) =>
      explained(figure)
        .tables.flatMap(({ total }) => (total && 'value' in total ? [Number(total.value)] : []))
        .slice(0, 2)
    const result = (figure: string) => Number(explained(figure).result.value)
    for (const figure of [
      'presentValueRate',
      'averagePerGpuHour',
      'effectivePerMegawattMonth',
      'levelisedPricePerGpuHour',
    ]) {
      const [over, under] = totals(figure)
      // A price is in millionths of a dollar, of which a cent has 10,000.
      const scale = explained(figure).result.kind === 'price' ? 10_000 : 1
      expect([figure, result(figure) / ((over! / under!) * scale)]).toEqual([figure, expect.closeTo(1, 12)])
    }
  })

  it('of a break-even has both curves month by month, and its crossings among them', () => {
    const { steps } = tableOf(explained('breakEvenAccrued', longerRamp), 'Cumulative cost month by month')
    // 1 May 2026 to 1 Jun 2029 is 38 starts of months; crossed twice.
    expect(steps.filter(({ isMark }) => !isMark)).toHaveLength(38)
    const marks = steps.flatMap(({ isMark, value }, place) => (isMark ? [{ place, value }] : []))
    // 625 against 765 million a month to July: 280 million behind. In July 1,250 less 765 makes up 485 of it.
    expect(marks[0]!.value).toEqual({
      kind: 'number',
      value: expect.closeTo(2 + 280 / 485, 9),
      unit: 'months',
    })
    // Then 205 million ahead, and 25 million a month dearer: 3 months and 8.2 of them.
    expect(marks[1]!.value).toEqual({
      kind: 'number',
      value: expect.closeTo(3 + 205 / 25, 9),
      unit: 'months',
    })
    for (const { place } of marks) {
      const [before, after] = [steps[place - 1]!, steps[place + 1]!].map(({ value }) => dollars(value))
      expect(Math.sign(before!) * Math.sign(after!)).toBe(-1)
    }
    const july = steps.find(({ label }) => label === '1 Jul 2026')!
    expect([...july.parts!.map(dollars), dollars(july.value)]).toEqual([
      1_250_000_000, 1_530_000_000, -280_000_000,
    ])
  })

  it('is copied as cells a spreadsheet adds up', () => {
    const { tables } = explained('rampSavings', longerRamp)
    const style = { locale: 'en-US', currency: 'USD', unit: 'billions' } as const
    const lines = stepsTabSeparated(tables, style).split('\n')
    expect(lines.slice(0, 3)).toEqual([
      'Saved by month',
      'Month\tStandard, USD\tPayable, USD\tSaved, USD',
      // 60 % of 1.275 billion is payable.
      'May 2026\t1275000000\t765000000\t510000000',
    ])
    expect(lines.at(-1)).toBe('Total\t\t\t1530000000')
  })
})

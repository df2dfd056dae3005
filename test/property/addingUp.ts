import { expect } from 'vitest'
import type { Explanation, StepTable } from '../../shared/explain/explanation.ts'

/** What the steps of a table come to: what is added less what is taken off. */
const sumOf = ({ steps }: StepTable): number =>
  steps.reduce((sum, { enters, value }) => {
    if (enters === 'shown') return sum
    if (value.kind !== 'amount' && value.kind !== 'number') throw new Error('A sum is of amounts or numbers.')
    return sum + (enters === 'plus' ? value.value : -value.value)
  }, 0)

/** Figures that are one total over another: no table adds up to them. */
const quotients = new Set(['effectiveMonthly', 'averageAnnualValue', 'straightLine', 'presentValueRate'])

/** Expects a sum to be that of a table, and every table with a total to add up to it: to the unit where that is whole, else as floats do. */
export function expectToAddUp({ figure, tables, result }: Explanation): void {
  const totals = tables.filter(({ total }) => total !== null)
  for (const table of totals) {
    const { total } = table
    if (total?.kind !== 'amount' && total?.kind !== 'number')
      throw new Error('A total is an amount or a number.')
    const sum = sumOf(table)
    const isWhole = table.steps.every(
      ({ enters, value }) => enters === 'shown' || Number.isSafeInteger(value.value),
    )
    if (isWhole && total.kind === 'amount')
      expect([figure, table.title, sum]).toEqual([figure, table.title, total.value])
    else {
      // Steps of either sign can cancel: what doubles hold is relative to their sizes.
      const size = table.steps.reduce(
        (all, { value }) => all + ('value' in value ? Math.abs(Number(value.value)) : 0),
        1,
      )
      expect([figure, table.title, Math.abs(sum - total.value) <= size * 1e-9]).toEqual([
        figure,
        table.title,
        true,
      ])
    }
  }
  if (result.kind === 'amount' && !quotients.has(figure))
    expect([figure, totals.map(({ total }) => total)]).toEqual([figure, expect.arrayContaining([result])])
}

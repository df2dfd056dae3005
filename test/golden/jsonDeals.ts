import { type Assumptions, type Evaluation, evaluate, schedule } from '../../shared/engine/evaluate.ts'

/** The figures of a deal given as JSON, as other programs would ask for them; an error where it is refused. */
export function evaluated(deal: unknown, assumptions: Assumptions = {}): Evaluation {
  const evaluation = evaluate(deal, assumptions)
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.error))
  return evaluation.value
}

/** The months of a deal given as JSON. */
export function rowsOf(deal: unknown) {
  const rows = schedule(deal)
  if (!rows.ok) throw new Error(JSON.stringify(rows.error))
  return rows.value
}

/** A deal of 2027 at so many cents a month, with other terms of its own or of its charge. */
export const year2027 = (monthlyFee: number, terms: object = {}, charge: object = {}) => ({
  start: '2027-01-01',
  end: '2028-01-01',
  charges: [{ monthlyFee, ...charge }],
  ...terms,
})

import { type Parsed, parsed } from '../../shared/format/expression.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { firstDay, lastDay } from '../../shared/terms/fields.ts'
import { nextSpan } from '../../shared/terms/steps.ts'
import { type Column, fieldColumn } from './stepTable.ts'

/** A row that holds from one day until another, exclusive. */
export interface Span {
  from: string
  until: string
}

/** The first day and the last day, which head every table of stretches. */
export const spanColumns = <Row extends Span>(): readonly Column<Row>[] => [
  fieldColumn<Row, 'from'>('from', 'From', 112, firstDay),
  fieldColumn<Row, 'until'>('until', 'Last day', 112, lastDay),
]

/** A stretch of a month after the last one, within the dates of what the steps are of; the deal's where it has none. */
export function nextStep<Row extends Span>(
  terms: DealTerms,
  rows: readonly Row[],
  make: (span: Span) => Row,
  own: { from: string | null; until: string | null } = { from: null, until: null },
): Parsed<Row> {
  const { deal } = terms
  const within = { ...deal, start: own.from ?? deal.start, end: own.until ?? deal.end }
  const span = nextSpan({ ...terms, deal: within }, rows)
  return span.ok ? parsed(make(span.value)) : span
}

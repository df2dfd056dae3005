import { addDays } from '../calendar.ts'
import { formatDate } from '../format/date.ts'
import { parsed } from '../format/expression.ts'
import { parseDate, parseNotice } from '../format/parse.ts'
import type { Party } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { choice, line } from './fields.ts'
import { terminationFeeTerms } from './terminationFeeTerms.ts'
import { defineTerm, type Term } from './term.ts'

const formatNotice = (notice: number, unit: 'days' | 'months') =>
  `${notice} ${notice === 1 ? unit.slice(0, -1) : unit}`

/** The terms of one party's right: whether it may leave, its notice, its lock-out and how the lock-out is read. */
export function rightTerms(party: Party): Term[] {
  const group = party === 'buyer' ? 'buyerExit' : 'providerExit'
  const rightOf = ({ rights }: DealTerms) => rights[party]
  const id = (term: string) => `${party}-${term}`
  const allowed = defineTerm<'yes' | 'no'>({
    id: id('allowed'),
    group,
    label: 'May terminate',
    help: `Whether the ${party} may terminate for convenience.`,
    read: (terms) => (rightOf(terms).allowed ? 'yes' : 'no'),
    edit: (terms, value) => ({
      type: 'right.set',
      rightId: rightOf(terms).id,
      changes: { allowed: value === 'yes' },
    }),
    ...choice([
      { id: 'yes', label: 'yes' },
      { id: 'no', label: 'no' },
    ]),
  })
  const notice = defineTerm<{ notice: number; noticeUnit: 'days' | 'months' }>({
    id: id('notice'),
    group,
    label: 'Notice',
    help: 'The length of the notice: 90 days or 3 months, which are not the same.',
    editor: line,
    read: (terms) => ({ notice: rightOf(terms).notice, noticeUnit: rightOf(terms).noticeUnit }),
    format: (value) => formatNotice(value.notice, value.noticeUnit),
    parse: parseNotice,
    edit: (terms, value) => ({ type: 'right.set', rightId: rightOf(terms).id, changes: value }),
  })
  const noticeCounts = defineTerm<'yes' | 'no'>({
    id: id('noticeCounts'),
    group,
    label: 'Day of notice counts',
    help: 'Whether the day on which notice is given is its first day.',
    read: (terms) => (rightOf(terms).dayOfNoticeCounts ? 'yes' : 'no'),
    edit: (terms, value) => ({
      type: 'right.set',
      rightId: rightOf(terms).id,
      changes: { dayOfNoticeCounts: value === 'yes' },
    }),
    ...choice([
      { id: 'yes', label: 'yes' },
      { id: 'no', label: 'no' },
    ]),
  })
  const lockOut = defineTerm<string | null>({
    id: id('lockOut'),
    group,
    label: 'Lock-out through',
    help: 'The last day of the lock-out, such as 31 Jul 2026. Empty where there is none.',
    editor: line,
    read: (terms) => rightOf(terms).lockOutUntil,
    format: (value) => (value === null ? 'none' : formatDate(addDays(value, -1))),
    input: (value) => (value === null ? '' : formatDate(addDays(value, -1))),
    parse(text) {
      if (text.trim() === '' || text.trim().toLowerCase() === 'none') return parsed(null)
      const last = parseDate(text, 'last')
      return last.ok ? parsed(addDays(last.value, 1)) : last
    },
    edit: (terms, value) => ({
      type: 'right.set',
      rightId: rightOf(terms).id,
      changes: { lockOutUntil: value },
    }),
  })
  const lockOutBars = defineTerm<'notice' | 'end'>({
    id: id('lockOutBars'),
    group,
    label: 'Lock-out bars',
    help: 'Giving notice before it is over, or service ending before it is over: the two readings of a lock-out.',
    read: (terms) => rightOf(terms).lockOutBars,
    edit: (terms, value) => ({
      type: 'right.set',
      rightId: rightOf(terms).id,
      changes: { lockOutBars: value },
    }),
    ...choice([
      { id: 'notice', label: 'giving notice' },
      { id: 'end', label: 'service ending' },
    ]),
  })
  return [allowed, notice, noticeCounts, lockOut, lockOutBars, ...terminationFeeTerms(party)]
}

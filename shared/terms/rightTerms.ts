import { parseNotice } from '../format/parse.ts'
import type { Party } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import type { TerminationRight } from '../schema/termination.ts'
import { choice, lastDay, optional, percent, yesOrNo } from './fields.ts'
import { terminationFeeTerms } from './terminationFeeTerms.ts'
import { defineTerm, type Need, type Term } from './term.ts'

type Notice = Pick<TerminationRight, 'notice' | 'noticeUnit'>

const formatNotice = ({ notice, noticeUnit }: Notice) =>
  `${notice} ${notice === 1 ? noticeUnit.slice(0, -1) : noticeUnit}`

/** The terms of one party's right: whether it may leave, its notice, its lock-out and how the lock-out is read. */
export function rightTerms(party: Party): Term[] {
  const group = party === 'buyer' ? 'buyerExit' : 'providerExit'
  const id = (term: string) => `${party}-${term}`
  const change = (terms: DealTerms, changes: Partial<TerminationRight>) => ({
    type: 'right.set' as const,
    rightId: terms.rights[party].id,
    changes,
  })
  const yesNo = (
    key: 'allowed' | 'dayOfNoticeCounts' | 'refundsUnused' | 'forfeitsPrepaid',
    term: string,
    label: string,
    help: string,
    needs?: Need,
  ) =>
    defineTerm<'yes' | 'no'>({
      id: id(term),
      group,
      label,
      help,
      ...yesOrNo,
      read: ({ rights }) => (rights[party][key] ? 'yes' : 'no'),
      edit: (terms, value) => change(terms, { [key]: value === 'yes' }),
      needs,
    })
  const notice = defineTerm<Notice>({
    id: id('notice'),
    group,
    label: 'Notice',
    help: 'The length of the notice: 90 days or 3 months, which are not the same.',
    kind: 'notice',
    unit: 'days or months',
    bounds: { least: 0, most: limits.noticeDays },
    editor: { kind: 'line' },
    read: ({ rights }) => ({ notice: rights[party].notice, noticeUnit: rights[party].noticeUnit }),
    format: formatNotice,
    parse: parseNotice,
    edit: change,
  })
  const lockOut = defineTerm<string | null>({
    id: id('lockOut'),
    group,
    label: 'Lock-out through',
    help: 'The last day of the lock-out, such as 31 Jul 2026. Empty where there is none.',
    ...optional(lastDay, 'none'),
    read: ({ rights }) => rights[party].lockOutUntil,
    edit: (terms, value) => change(terms, { lockOutUntil: value }),
  })
  const lockOutBars = defineTerm<'notice' | 'end'>({
    id: id('lockOutBars'),
    group,
    label: 'Lock-out bars',
    help: 'Giving notice before it is over, or service ending before it is over: the two readings of a lock-out.',
    ...choice([
      { id: 'notice', label: 'giving notice' },
      { id: 'end', label: 'service ending' },
    ]),
    read: ({ rights }) => rights[party].lockOutBars,
    edit: (terms, value) => change(terms, { lockOutBars: value }),
  })
  const hazard = defineTerm<number>({
    id: id('hazard'),
    group,
    label: 'Likely to leave',
    help: `How likely the ${party} is to give notice within a year, such as 10 %: an assumption.`,
    ...percent('A yearly probability', '10 %', undefined, '% a year'),
    read: ({ rights }) => rights[party].hazard,
    edit: (terms, value) => change(terms, { hazard: value }),
    silent: (value) => value === 0,
  })
  const billsAhead: Need = {
    isMet: ({ charges }) =>
      charges.some(({ charge }) => charge.kind === 'metered' || charge.frequency !== 'monthly'),
    otherwise: 'billed month by month',
    problem: 'Nothing is billed for longer than a month. Change how the charge is invoiced first.',
  }
  const prepays: Need = {
    isMet: ({ advances }) => advances.some(({ kind }) => kind === 'prepayment'),
    otherwise: 'no prepayment',
    problem: 'Nothing is prepaid. Enter a prepayment first.',
  }
  return [
    yesNo('allowed', 'allowed', 'May terminate', `Whether the ${party} may terminate for convenience.`),
    notice,
    yesNo(
      'dayOfNoticeCounts',
      'noticeCounts',
      'Day of notice counts',
      'Whether the day on which notice is given is its first day.',
    ),
    lockOut,
    lockOutBars,
    ...terminationFeeTerms(party),
    yesNo(
      'refundsUnused',
      'refundsUnused',
      'Unused billing returned',
      'Whether what is billed in advance, or is a minimum, beyond the end of service is given back.',
      billsAhead,
    ),
    yesNo(
      'forfeitsPrepaid',
      'forfeitsPrepaid',
      'Prepaid balance lost',
      'Whether what was prepaid and not yet credited is lost by leaving.',
      prepays,
    ),
    hazard,
  ]
}

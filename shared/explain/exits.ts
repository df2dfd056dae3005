import { dayOf } from '../days.ts'
import { type Exit, exitOf } from '../engine/termination.ts'
import type { Party } from '../schema/deal.ts'
import {
  amount,
  date,
  type Explained,
  facts,
  type FormulaSymbol,
  number,
  plus,
  shown,
  type Step,
  type StepTable,
  words,
} from './explanation.ts'

const endFormula = {
  notice: 'E = min(end, max(t, L) + N)',
  end: 'E = min(end, max(t + N, L))',
} as const

/** When service ends, as this deal reads its lock-out. */
export const endOf =
  (party: Party) =>
  (of: Explained): string =>
    endFormula[of.figures.terms.rights[party].lockOutBars]

const dateOr = (day: string | null) => (day === null ? words('none') : date(dayOf(day)))

/** What the symbols of an exit stand for. */
export const exitSymbols =
  (party: Party, from: 'asOf' | 'signed' = 'asOf') =>
  ({ figures, context }: Explained): FormulaSymbol[] => {
    const { rights, deal } = figures.terms
    const right = rights[party]
    return [
      from === 'asOf'
        ? { symbol: 't', meaning: 'the as-of date', value: date(context.asOf) }
        : { symbol: 't', meaning: 'the day of signing', value: dateOr(deal.signed) },
      { symbol: 'L', meaning: 'the first day after the lock-out', value: dateOr(right.lockOutUntil) },
      {
        symbol: 'N',
        meaning: right.dayOfNoticeCounts
          ? 'the notice, its first day counted'
          : 'the notice, from the day after',
        value: number(right.notice, right.notice === 1 ? right.noticeUnit.slice(0, -1) : right.noticeUnit),
      },
      { symbol: 'end', meaning: 'the first day after the term', value: date(dayOf(deal.end)) },
    ]
  }

export const withEnd =
  (party: Party, from: 'asOf' | 'signed' = 'asOf') =>
  (of: Explained): FormulaSymbol[] => [
    ...exitSymbols(party, from)(of),
    {
      symbol: 'E',
      meaning: 'the first day without service',
      value: date(exitFor(of, party, from).serviceEnds),
    },
  ]

export function exitFor({ figures, schedule }: Explained, party: Party, from: 'asOf' | 'signed'): Exit {
  const { signed } = figures.terms.deal
  if (from === 'signed' && signed !== null) return exitOf(schedule, party, dayOf(signed))
  return party === 'buyer' ? figures.buyerExit : figures.providerExit
}

const statusWords: Readonly<Record<Exit['status'], string>> = {
  open: 'may leave',
  none: 'may not leave: all is committed',
  ended: 'the term is over',
  beforeService: 'service ends before it begins',
}

/** From the notice to the end of service, day by day. */
export const exitFacts = (exit: Exit): StepTable =>
  facts('From notice to the end of service', [
    shown('The right to leave', words(statusWords[exit.status])),
    ...(exit.status === 'open' || exit.status === 'beforeService'
      ? [shown('Notice given', date(exit.noticeOn))]
      : []),
    ...(exit.termEndsFirst ? [shown('The notice ends after the term', words('the term’s end counts'))] : []),
    shown('First day without service', date(exit.serviceEnds)),
  ])

/** What leaving costs beside the fees; what is nothing is said once, by the note of its table. */
export const costSteps = ({
  unusedBilling,
  terminationFee,
  prepaidForfeited,
}: Pick<Exit, 'unusedBilling' | 'terminationFee' | 'prepaidForfeited'>): Step[] => [
  plus('Billed ahead or a minimum, not returned', amount(unusedBilling)),
  plus('Fee for leaving', amount(terminationFee)),
  plus('Prepaid balance lost', amount(prepaidForfeited)),
]

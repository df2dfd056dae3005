import { apply } from '../../shared/commands/apply.ts'
import { dateOf } from '../../shared/days.ts'
import type { Command } from '../../shared/commands/command.ts'
import { compare } from '../../shared/engine/compare.ts'
import { paidOn } from '../../shared/engine/invoices.ts'
import type { DealFigures } from '../../shared/engine/figures.ts'
import type { Schedule } from '../../shared/engine/scheduleColumns.ts'
import { scheduleOf } from '../../shared/engine/schedule.ts'
import type { Book } from '../../shared/schema/book.ts'
import type { EscalatorTerm } from '../../shared/schema/charge.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'

/** The sample's deals by name: the reference deals of the golden tests. */
export const colossus = 'colossus-lease'
export const secondLease = 'colossus-second-lease'
export const longerRamp = 'colossus-longer-ramp'

/** An escalator of so many parts per million a year, from a year after the first lease's start. */
export const yearlyEscalator = (rate: number): EscalatorTerm => ({
  kind: 'fixed',
  rate,
  cap: null,
  floor: null,
  firstOn: '2027-05-01',
  everyMonths: 12,
  appliesTo: 'standard',
  decimals: null,
  carried: false,
})

/** The book after commands that must all be accepted. */
export function edited(book: Book, ...commands: readonly Command[]): Book {
  return commands.reduce((current, command) => {
    const next = apply(current, command)
    if (!next.ok) throw new Error(`${command.type} is refused: ${next.error.message}`)
    return next.value
  }, book)
}

/** Why a command is refused; an error where it is not. */
export function refusal(book: Book, command: Command): string {
  const next = apply(book, command)
  if (next.ok) throw new Error(`${command.type} is accepted.`)
  return next.error.message
}

/** The sample after edits. */
export const sample = (...commands: readonly Command[]): Book => edited(sampleBook(), ...commands)

/** The figures of a shown deal. */
export function figuresOf(book: Book, dealId: string): DealFigures {
  const figures = compare(book).columns.find(({ terms }) => terms.deal.id === dealId)
  if (!figures) throw new Error(`${dealId} is not shown.`)
  return figures
}

export const scheduleOfDeal = (book: Book, dealId: string): Schedule =>
  scheduleOf(figuresOf(book, dealId).terms)

/** The stretches of a schedule one by one, as they are posted. */
export const stretchesOf = ({ timeline, base, standard, payable }: Schedule) =>
  Array.from(payable, (amount, i) => ({
    from: timeline.bounds[i]!,
    until: timeline.bounds[i + 1]!,
    parts: timeline.parts[i]!,
    monthParts: timeline.monthParts[i]!,
    base: base[i]!,
    standard: standard[i]!,
    escalation: standard[i]! - base[i]!,
    payable: amount,
  }))

/** The days on which a deal's first charge is paid, invoice by invoice. */
export const paymentDays = ({ series: [first] }: Schedule) =>
  Array.from({ length: first!.invoices.count }, (_, k) => dateOf(paidOn(first!.invoices, k)))

/** One plain deal, `deal`, without ramp, capacity or rights. `end` is exclusive; the fee is cents a month. */
export const oneDeal = (start: string, end: string, monthlyFee: number): Book =>
  edited(
    emptyBook('Test', 'USD', start),
    { type: 'deal.add', dealId: 'deal', name: 'Deal', start, end },
    { type: 'charge.set', chargeId: 'deal/fee', changes: { monthlyFee } },
  )

/** `1234.56` dollars as cents, exactly: how the case files write amounts. */
export const cents = (dollars: string): number => Number(dollars.replace('.', ''))

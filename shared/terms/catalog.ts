import { addDays } from '../calendar.ts'
import { formatDate } from '../format/date.ts'
import { parsed } from '../format/expression.ts'
import { formatCount, formatPercent, formatPower, formatTermAmount } from '../format/number.ts'
import { parseAmount, parseCount, parseDate, parsePercent, parsePower, parseText } from '../format/parse.ts'
import type { Deal } from '../schema/deal.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import { choice, line, notStated, optional } from './fields.ts'
import { escalatorTerms } from './escalatorTerms.ts'
import { rightTerms } from './rightTerms.ts'
import { formatDelivery, formatRamp, plainDelivery, plainRamp, stepsAreEditedInTheirTable } from './steps.ts'
import { defineTerm, type Term } from './term.ts'

const partyName = (field: 'buyer' | 'provider' | 'facility', label: string, help: string) =>
  defineTerm<string>({
    id: field,
    group: 'parties',
    label,
    help,
    editor: line,
    read: ({ deal }) => deal[field],
    format: (value) => (value === '' ? notStated : value),
    input: (value) => value,
    parse: (text) =>
      parseText(text, { least: 0, most: limits.partyLength, subject: `The ${label.toLowerCase()}` }),
    edit: ({ deal }, value) => ({ type: 'deal.set', dealId: deal.id, changes: { [field]: value } }),
  })

const nameTerm = defineTerm<string>({
  id: 'name',
  group: 'parties',
  label: 'Name',
  help: 'What this deal is called here.',
  editor: line,
  read: ({ deal }) => deal.name,
  format: (value) => value,
  parse: (text) => parseText(text, { least: 1, most: limits.nameLength, subject: 'A name' }),
  edit: ({ deal }, value) => ({ type: 'deal.set', dealId: deal.id, changes: { name: value } }),
})

const signed = defineTerm<string | null>({
  id: 'signed',
  group: 'term',
  label: 'Signed',
  help: 'The day of signing, such as 3 May 2026. Empty where it is not known.',
  editor: line,
  read: ({ deal }) => deal.signed,
  format: (value) => (value === null ? notStated : formatDate(value)),
  parse: (text) => optional(text, (written) => parseDate(written, 'first')),
  edit: ({ deal }, value) => ({ type: 'deal.set', dealId: deal.id, changes: { signed: value } }),
})

const start = defineTerm<string>({
  id: 'start',
  group: 'term',
  label: 'Start',
  help: 'The first day of service, such as 1 May 2026 or May 2026.',
  editor: line,
  read: ({ deal }) => deal.start,
  format: formatDate,
  parse: (text) => parseDate(text, 'first'),
  edit: ({ deal }, value) => ({ type: 'deal.set', dealId: deal.id, changes: { start: value } }),
})

const end = defineTerm<string>({
  id: 'end',
  group: 'term',
  label: 'Last day of service',
  help: 'The last day of service, such as 31 May 2029 or May 2029.',
  editor: line,
  read: ({ deal }) => deal.end,
  format: (value) => formatDate(addDays(value, -1)),
  parse(text) {
    const last = parseDate(text, 'last')
    return last.ok ? parsed(addDays(last.value, 1)) : last
  },
  edit: ({ deal }, value) => ({ type: 'deal.set', dealId: deal.id, changes: { end: value } }),
})

const power = defineTerm<number | null>({
  id: 'power',
  group: 'capacity',
  label: 'Power',
  help: 'Contracted power, such as 300 MW. Empty where it is not stated.',
  editor: line,
  read: ({ tranche }) => tranche.kilowatts,
  format: (value, { locale }) => (value === null ? notStated : formatPower(value, locale)),
  parse: (text, { locale }) => optional(text, (written) => parsePower(written, locale)),
  edit: ({ tranche }, value) => ({
    type: 'tranche.set',
    trancheId: tranche.id,
    changes: { kilowatts: value },
  }),
})

const powerBasis = defineTerm<'criticalIt' | 'facility'>({
  id: 'powerBasis',
  group: 'capacity',
  label: 'Power measured as',
  help: 'Critical IT load, or the whole facility with cooling and losses.',
  read: ({ tranche }) => tranche.powerBasis,
  edit: ({ tranche }, value) => ({
    type: 'tranche.set',
    trancheId: tranche.id,
    changes: { powerBasis: value },
  }),
  ...choice([
    { id: 'criticalIt', label: 'critical IT' },
    { id: 'facility', label: 'facility' },
  ]),
})

const gpus = defineTerm<number | null>({
  id: 'gpus',
  group: 'capacity',
  label: 'GPUs',
  help: 'Contracted GPUs, such as 220,000 or 220k. Empty where it is not stated.',
  editor: line,
  read: ({ tranche }) => tranche.gpus,
  format: (value, { locale }) => (value === null ? notStated : formatCount(value, locale)),
  parse: (text, { locale }) =>
    optional(text, (written) =>
      parseCount(written, locale, {
        least: 0,
        most: limits.gpus,
        subject: 'The number of GPUs',
        ignored: ['GPUs'],
      }),
    ),
  edit: ({ tranche }, value) => ({ type: 'tranche.set', trancheId: tranche.id, changes: { gpus: value } }),
})

const delivery = defineTerm({
  id: 'delivery',
  group: 'capacity',
  label: 'Share delivered',
  help: 'Months in which only a share of the capacity is in service.',
  editor: { kind: 'steps', steps: 'delivery' },
  read: plainDelivery,
  format: formatDelivery,
  parse: stepsAreEditedInTheirTable,
  edit: ({ tranche }, steps) => ({ type: 'delivery.set', trancheId: tranche.id, steps: [...steps] }),
})

const monthlyFee = defineTerm<number>({
  id: 'monthlyFee',
  group: 'price',
  label: 'Monthly fee',
  help: 'The standard fee a month, such as 1.25B, 920m or =1.25B*1.02.',
  editor: line,
  read: ({ charge }) => charge.monthlyFee,
  format: formatTermAmount,
  parse: parseAmount,
  edit: ({ charge }, value) => ({ type: 'charge.set', chargeId: charge.id, changes: { monthlyFee: value } }),
})

const ramp = defineTerm({
  id: 'ramp',
  group: 'price',
  label: 'Ramp',
  help: 'Months at a reduced fee: a percentage of the standard fee, a percentage off, or a fixed fee.',
  editor: { kind: 'steps', steps: 'ramp' },
  read: plainRamp,
  format: formatRamp,
  parse: stepsAreEditedInTheirTable,
  edit: ({ charge }, steps) => ({ type: 'ramp.set', chargeId: charge.id, steps: [...steps] }),
})

const invoiced = defineTerm<'advance' | 'arrears'>({
  id: 'invoiced',
  group: 'price',
  label: 'Invoiced monthly',
  help: 'In advance, on the first day of each month, or in arrears, on the day after its last.',
  read: ({ charge }) => charge.invoiced,
  edit: ({ charge }, value) => ({ type: 'charge.set', chargeId: charge.id, changes: { invoiced: value } }),
  ...choice([
    { id: 'advance', label: 'in advance' },
    { id: 'arrears', label: 'in arrears' },
  ]),
})

const netDays = defineTerm<number>({
  id: 'netDays',
  group: 'price',
  label: 'Payment due',
  help: 'Days from invoice to payment, such as 30.',
  editor: line,
  read: ({ charge }) => charge.netDays,
  format: (value) => (value === 0 ? 'on invoice' : value === 1 ? 'net 1 day' : `net ${value} days`),
  input: String,
  parse: (text, { locale }) =>
    parseCount(text, locale, {
      least: 0,
      most: limits.netDays,
      subject: 'Days to payment',
      ignored: ['net', 'days', 'day'],
    }),
  edit: ({ charge }, value) => ({ type: 'charge.set', chargeId: charge.id, changes: { netDays: value } }),
})

const dealChoice = <Field extends 'billingMonths' | 'partMonths' | 'rounding'>(
  id: Field,
  label: string,
  help: string,
  options: readonly { id: Deal[Field]; label: string }[],
) =>
  defineTerm<Deal[Field]>({
    id,
    group: 'price',
    label,
    help,
    read: ({ deal }) => deal[id],
    edit: ({ deal }, value) => ({ type: 'deal.set', dealId: deal.id, changes: { [id]: value } }),
    ...choice(options),
  })

const billingMonths = dealChoice(
  'billingMonths',
  'Billing months',
  'Months of the calendar, with prorated ends, or of the contract, counted from its start.',
  [
    { id: 'calendar', label: 'calendar' },
    { id: 'contract', label: 'contract' },
  ],
)

const partMonths = dealChoice(
  'partMonths',
  'Part months count',
  'Their actual days in their month, or as 30E/360 with thirty days in every month.',
  [
    { id: 'actual', label: 'actual days' },
    { id: 'thirty360', label: '30/360' },
  ],
)

const rounding = dealChoice(
  'rounding',
  'Amounts round',
  'Each posted line once: halves away from zero, as a spreadsheet does, or to even.',
  [
    { id: 'halfAwayFromZero', label: 'half away from zero' },
    { id: 'halfEven', label: 'half to even' },
  ],
)

const discountRate = defineTerm<number>({
  id: 'discountRate',
  group: 'assumptions',
  label: 'Discount rate',
  help: 'A year, such as 10 %. How it compounds is chosen for the whole book.',
  editor: line,
  read: ({ deal }) => deal.discountRate,
  format: (value, { locale }) => formatPercent(value, locale),
  parse: (text, { locale }) =>
    parsePercent(text, locale, {
      least: limits.lowestDiscountRate,
      most: limits.highestDiscountRate,
      subject: 'A discount rate',
    }),
  edit: ({ deal }, value) => ({ type: 'deal.set', dealId: deal.id, changes: { discountRate: value } }),
})

/** Every editable term of a deal, once, in the order of the term sheet. The name heads its column. */
export const termCatalog: readonly Term[] = [
  nameTerm,
  partyName('buyer', 'Buyer', 'Who takes the capacity.'),
  partyName('provider', 'Provider', 'Who provides the capacity.'),
  partyName('facility', 'Facility', 'Where the capacity is.'),
  signed,
  start,
  end,
  power,
  powerBasis,
  gpus,
  delivery,
  monthlyFee,
  ramp,
  invoiced,
  billingMonths,
  partMonths,
  rounding,
  ...escalatorTerms,
  netDays,
  ...rightTerms('buyer'),
  ...rightTerms('provider'),
  discountRate,
]

const byId = new Map(termCatalog.map((term) => [term.id, term]))

/** Throws where there is no such term: ids come from the catalogue itself. */
export function termById(id: string): Term {
  const term = byId.get(id)
  if (!term) throw new Error(`There is no term ${id}.`)
  return term
}

/** The terms that say something of at least one of these deals. */
export const termsThatApply = (deals: readonly DealTerms[]): Term[] =>
  termCatalog.filter((term) => deals.some((deal) => term.applies(deal)))

/** Whether a term says something else of two deals; where it is part of what one lacks, that other term differs. */
export const differs = (term: Term, a: DealTerms, b: DealTerms): boolean =>
  term.applies(a) && term.applies(b) && term.canonical(a) !== term.canonical(b)

/** The terms whose value in one deal is not the other's; the names are their own and are left out. */
export const differingTerms = (a: DealTerms, b: DealTerms): Term[] =>
  termCatalog.filter((term) => term.id !== 'name' && differs(term, a, b))

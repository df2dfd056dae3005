import type { Deal } from '../schema/deal.ts'
import { limits } from '../schema/limits.ts'
import { amount, choice, count, firstDay, gpus, lastDay, optional, percent, price } from './fields.ts'
import { defineTerm, type Term, type TermDefinition, type TermGroup, type ValueKind } from './term.ts'

type Field = Exclude<keyof Deal, 'id' | 'position' | 'shown' | 'archived'>

/** A term that is a field of the deal itself. */
const field = <Key extends Field>(
  key: Key,
  group: TermGroup,
  label: string,
  help: string,
  kind: ValueKind<Deal[Key]>,
  more: Pick<TermDefinition<Deal[Key]>, 'needs' | 'silent'> = {},
): Term =>
  defineTerm<Deal[Key]>({
    id: key,
    group,
    label,
    help,
    ...kind,
    read: ({ deal }) => deal[key],
    edit: ({ deal }, value) => ({ type: 'deal.set', dealId: deal.id, changes: { [key]: value } }),
    ...more,
  })

const unstated = { silent: (value: unknown) => value === null }

export const periodTerms: readonly Term[] = [
  field(
    'signed',
    'term',
    'Signed',
    'The day of signing, such as 3 May 2026. Empty where it is not known.',
    optional(firstDay),
  ),
  field('start', 'term', 'Start', 'The first day of service, such as 1 May 2026 or May 2026.', firstDay),
  field(
    'end',
    'term',
    'Last day of service',
    'The last day of service, such as 31 May 2029 or May 2029.',
    lastDay,
  ),
]

export const conventionTerms: readonly Term[] = [
  field(
    'billingMonths',
    'price',
    'Billing months',
    'Months of the calendar, with prorated ends, or of the contract, counted from its start.',
    choice([
      { id: 'calendar', label: 'calendar' },
      { id: 'contract', label: 'contract' },
    ]),
  ),
  field(
    'partMonths',
    'price',
    'Part months count',
    'Their actual days in their month, or as 30E/360 with thirty days in every month.',
    choice([
      { id: 'actual', label: 'actual days' },
      { id: 'thirty360', label: '30/360' },
    ]),
  ),
  field(
    'rounding',
    'price',
    'Amounts round',
    'Each posted line once: halves away from zero, as a spreadsheet does, or to even.',
    choice([
      { id: 'halfAwayFromZero', label: 'half away from zero' },
      { id: 'halfEven', label: 'half to even' },
    ]),
  ),
]

export const supportTerms: readonly Term[] = [
  field(
    'support',
    'extras',
    'Guarantee or backstop',
    'The value of a guarantee given: noted, and outside the contract value.',
    optional(amount('500m'), 'none'),
    unstated,
  ),
  field(
    'equity',
    'extras',
    'Equity or warrants',
    'The value of equity or warrants given: noted, and outside the contract value.',
    optional(amount('500m'), 'none'),
    unstated,
  ),
]

export const assumptionTerms: readonly Term[] = [
  field(
    'discountRate',
    'assumptions',
    'Discount rate',
    'A year, such as 10 %. How it compounds is chosen for the whole book.',
    percent(
      'A discount rate',
      '10 %',
      { least: limits.lowestDiscountRate, most: limits.highestDiscountRate },
      '% a year',
    ),
  ),
  field(
    'availability',
    'assumptions',
    'Availability',
    'The share of delivered hours in which the capacity works, such as 97 %.',
    percent('Availability', '97 %'),
    { silent: (value) => value === 1_000_000 },
  ),
  field(
    'serviceCredits',
    'assumptions',
    'Service credits expected',
    'The share of the fees that is expected back for failures of service: outside the contract value.',
    percent('A share of the fees', '1 %'),
    { silent: (value) => value === 0 },
  ),
  field(
    'replacementMonths',
    'assumptions',
    'Replacement takes',
    'Months from a notice until other capacity can be had, such as 18.',
    optional(
      count('The months to a replacement', '18', { least: 0, most: limits.leadMonths }, 'month', 'months'),
      'not assumed',
    ),
    unstated,
  ),
  field(
    'replacementPrice',
    'assumptions',
    'Interim price a GPU-hour',
    'What capacity costs between a notice’s end and the replacement, such as 8.50.',
    optional(price('a GPU-hour', '8.50'), 'not assumed'),
    unstated,
  ),
  field(
    'replacementGpus',
    'assumptions',
    'Interim GPUs',
    'How many GPUs can be had until then, such as 60,000. Empty for as many as are needed.',
    optional(gpus('The number of GPUs', '60,000'), 'as many as needed'),
    unstated,
  ),
]

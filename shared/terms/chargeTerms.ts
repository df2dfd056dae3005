import { isSameName } from '../format/names.ts'
import { formatUnitPrice, type NumberStyle } from '../format/number.ts'
import { parsed, problem } from '../format/expression.ts'
import { parseUnitPrice } from '../format/parse.ts'
import type { Charge, RampTerm } from '../schema/charge.ts'
import type { ChargeTerms, DealTerms } from '../schema/dealTerms.ts'
import { limits } from '../schema/limits.ts'
import { wholePpm } from '../rate.ts'
import { chargeField, frequencies } from './chargeField.ts'
import { escalatorTerms } from './escalatorTerms.ts'
import { choice, count, monthlyAmount, firstDay, flag, lastDay, optional, price, text } from './fields.ts'
import { meteredTerms } from './meteredTerms.ts'
import { chargeSlot } from './slot.ts'
import { formatRamp, plainRamp, stepsAreEditedInTheirTable } from './steps.ts'
import { defineTerm, type Need, type Term } from './term.ts'

const unitOf: Readonly<Record<Charge['basis'], string>> = {
  flat: 'a month',
  perMegawatt: 'a MW-month',
  perKilowatt: 'a kW-month',
  perGpu: 'a GPU-month',
  perGpuHour: 'a GPU-hour',
  perKilowattHour: 'a kWh',
}

/** Usual prices, for a refusal. */
const priceExamples: Readonly<Record<Charge['basis'], string>> = {
  flat: '1.25B',
  perMegawatt: '250,000',
  perKilowatt: '808.00',
  perGpu: '2,100',
  perGpuHour: '2.91',
  perKilowattHour: '0.0685',
}

/** The basis a charge goes on by where its kind changes: its own, or the first one that kind can have. */
function basisFor(kind: Charge['kind'], basis: Charge['basis'], { tranches }: DealTerms): Charge['basis'] {
  switch (kind) {
    case 'recurring':
      return basis === 'perKilowattHour' ? 'flat' : basis
    case 'power':
      return 'perKilowattHour'
    case 'metered': {
      if (basis === 'perGpuHour' || basis === 'perKilowattHour') return basis
      return tranches.every(({ tranche }) => tranche.gpus !== null) ? 'perGpuHour' : 'perKilowattHour'
    }
  }
}

/** The terms of the charge in one place of a deal; the first is the fee that heads the term sheet. */
export function chargeTerms(index: number): Term[] {
  const slot = chargeSlot(index)
  const isFirst = index === 0
  const field = chargeField(slot)
  const needing = (isMet: (charge: Charge) => boolean, otherwise: string, why: string): Need =>
    slot.needing(({ charge }: ChargeTerms) => isMet(charge), otherwise, why)
  const isFlat = needing(
    ({ basis }) => basis === 'flat',
    'by unit price',
    'This charge has a price a unit. Choose “flat” as what it is charged by first.',
  )
  const isByUnit = needing(
    ({ basis }) => basis !== 'flat',
    'flat',
    'This charge is a flat fee. Choose what it is charged by first.',
  )
  const isRecurring = needing(
    ({ kind }) => kind === 'recurring',
    'not recurring',
    'Only a recurring charge has that. Choose “fixed” as its kind first.',
  )
  const kind = defineTerm<Charge['kind']>({
    id: slot.id('charge-kind'),
    group: 'price',
    label: slot.label('Charged'),
    help: 'At a fixed price, as the capacity is used, or as power that is passed through, apart from the contract value.',
    ...choice([
      { id: 'recurring', label: 'fixed' },
      { id: 'metered', label: 'as used' },
      { id: 'power', label: 'power passed through' },
    ]),
    read: (terms) => slot.of(terms).charge.kind,
    edit: (terms, value) => {
      const { charge } = slot.of(terms)
      const basis = basisFor(value, charge.basis, terms)
      return { type: 'charge.set', chargeId: charge.id, changes: { kind: value, basis } }
    },
    needs: slot.needs,
    silent: isFirst ? (value) => value === 'recurring' : undefined,
  })
  const ramp = defineTerm<readonly RampTerm[]>({
    id: slot.id('ramp'),
    group: 'price',
    label: slot.label('Ramp'),
    help: 'Months at a reduced fee: a percentage of the standard fee, a percentage off, a fixed fee, or pro rata to what is delivered.',
    kind: 'steps',
    unit: '% of the standard fee',
    bounds: { least: 0, most: wholePpm },
    editor: { kind: 'steps', steps: 'ramp', slot: index },
    read: (terms) => plainRamp(slot.of(terms)),
    format: formatRamp,
    parse: stepsAreEditedInTheirTable,
    edit: (terms, steps) => ({ type: 'ramp.set', chargeId: slot.of(terms).charge.id, steps: [...steps] }),
    needs: isFirst ? undefined : isRecurring,
    silent: isFirst ? undefined : (steps) => steps.length === 0,
  })
  const forTranche = defineTerm<string | null>({
    id: slot.id('charge-tranche'),
    group: 'price',
    label: slot.label('Charged for'),
    help: 'The name of the tranche this charge is for. Empty for all capacity.',
    ...optional(text('A tranche', limits.nameLength), 'all capacity'),
    format: (value, _style, { tranches }) =>
      value === null
        ? 'all capacity'
        : (tranches.find(({ tranche }) => tranche.id === value)?.tranche.label ?? 'another tranche'),
    input: undefined,
    parse(written, _style: NumberStyle, { tranches }) {
      const wanted = written.trim().toLowerCase()
      if (['', 'all capacity', 'all'].includes(wanted)) return parsed(null)
      const found = tranches.find(({ tranche }) => isSameName(tranche.label.toLowerCase(), wanted))
      return found
        ? parsed(found.tranche.id)
        : problem(`The tranches are: ${tranches.map(({ tranche }) => tranche.label).join(', ')}.`)
    },
    read: (terms) => slot.of(terms).charge.trancheId,
    edit: (terms, value) => ({
      type: 'charge.set',
      chargeId: slot.of(terms).charge.id,
      changes: { trancheId: value },
    }),
    needs: slot.needs,
    silent: (value) => value === null,
  })
  return [
    field(
      'label',
      'charge-label',
      isFirst ? 'Charge' : 'Name',
      'What this charge is called.',
      text('A name', limits.nameLength, 1),
      {
        silent: isFirst ? () => true : undefined,
      },
    ),
    kind,
    field(
      'basis',
      'charge-basis',
      'Charged by',
      'A flat fee a month, or a price for each MW, kW or GPU and month, GPU-hour or kWh.',
      choice([
        { id: 'flat', label: 'flat' },
        { id: 'perMegawatt', label: 'MW-month' },
        { id: 'perKilowatt', label: 'kW-month' },
        { id: 'perGpu', label: 'GPU-month' },
        { id: 'perGpuHour', label: 'GPU-hour' },
        { id: 'perKilowattHour', label: 'kWh' },
      ]),
      { silent: isFirst ? (value) => value === 'flat' : undefined },
    ),
    field(
      'monthlyFee',
      'monthlyFee',
      'Monthly fee',
      'The standard fee a month, such as 1.25B, 920m or =1.25B*1.02.',
      monthlyAmount,
      { needs: isFlat },
    ),
    field(
      'unitPrice',
      'unitPrice',
      'Unit price',
      'The price of one unit, such as 808.00 a kW-month, with up to six decimals.',
      {
        ...price('a unit', ''),
        format: (value, style, terms) =>
          `${formatUnitPrice(value, style)} ${unitOf[slot.of(terms).charge.basis]}`,
        input: formatUnitPrice,
        parse: (written, style, terms) =>
          parseUnitPrice(
            written.replace(/\s(a|an)\s.*$/, ''),
            style,
            priceExamples[slot.of(terms).charge.basis],
          ),
      },
      { needs: isByUnit },
    ),
    forTranche,
    ramp,
    ...escalatorTerms(index),
    ...meteredTerms(index),
    field(
      'followsCapacity',
      'followsCapacity',
      'Fee is for capacity',
      'Whether late delivery leaves less than is paid for: a capacity fee, but not a fee for support.',
      flag,
      { needs: isRecurring, silent: (value) => value },
    ),
    field(
      'from',
      'charge-from',
      'Charged from',
      'The first day it is charged for. Empty for the start of its capacity.',
      optional(firstDay, 'start of its capacity'),
      { silent: (value) => value === null },
    ),
    field(
      'until',
      'charge-until',
      'Charged through',
      'The last day it is charged for. Empty for the end of its capacity.',
      optional(lastDay, 'end of its capacity'),
      { silent: (value) => value === null },
    ),
    field('frequency', 'frequency', 'Invoiced', 'How many months one invoice bills.', choice(frequencies), {
      silent: (value) => value === 'monthly',
    }),
    field(
      'invoiced',
      'invoiced',
      'Invoices come',
      'In advance, on the first day of what they bill, or in arrears, on the day after its last.',
      choice([
        { id: 'advance', label: 'in advance' },
        { id: 'arrears', label: 'in arrears' },
      ]),
    ),
    field('netDays', 'netDays', 'Payment due', 'Days from invoice to payment, such as 30.', {
      ...count('Days to payment', '30', { least: 0, most: limits.netDays }, 'day', 'days', (value) =>
        value === 0 ? 'on invoice' : value === 1 ? 'net 1 day' : `net ${value} days`,
      ),
      parse: (written, style, terms) =>
        written.trim().toLowerCase() === 'on invoice'
          ? parsed(0)
          : count('Days to payment', '30', { least: 0, most: limits.netDays }, 'day', 'days').parse(
              written.replace(/^\s*net\b/i, ''),
              style,
              terms,
            ),
    }),
  ]
}

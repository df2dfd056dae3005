import { wholePpm } from '../rate.ts'
import type { Charge, UsageTerm } from '../schema/charge.ts'
import type { ChargeTerms } from '../schema/dealTerms.ts'
import { chargeField, frequencies } from './chargeField.ts'
import { choice, flag, optional, percent, price } from './fields.ts'
import { chargeSlot } from './slot.ts'
import { formatUsage, plainUsage, stepsAreEditedInTheirTable } from './steps.ts'
import { defineTerm, type Need, type Term } from './term.ts'

/** What is used of the charge in one place of a deal, and what is paid for it whatever is used. */
export function meteredTerms(index: number): Term[] {
  const slot = chargeSlot(index)
  const field = chargeField(slot)
  const needing = (isMet: (charge: Charge) => boolean, otherwise: string, why: string): Need =>
    slot.needing(({ charge }: ChargeTerms) => isMet(charge), otherwise, why)
  const isMetered = needing(
    ({ kind }) => kind === 'metered',
    'not metered',
    'This charge does not follow use. Choose “as used” as its kind first.',
  )
  const isUsed = needing(
    ({ kind }) => kind !== 'recurring',
    'not metered',
    'This charge does not follow use. Choose another kind first.',
  )
  const usage = defineTerm<readonly UsageTerm[]>({
    id: slot.id('usage'),
    group: 'price',
    label: slot.label('Use by date'),
    help: 'Stretches with a use of their own; outside of them the expected use holds.',
    kind: 'steps',
    unit: '% of what is delivered',
    bounds: { least: 0, most: wholePpm },
    editor: { kind: 'steps', steps: 'usage', slot: index },
    read: (terms) => plainUsage(slot.of(terms)),
    format: formatUsage,
    parse: stepsAreEditedInTheirTable,
    edit: (terms, steps) => ({ type: 'usage.set', chargeId: slot.of(terms).charge.id, steps: [...steps] }),
    needs: isUsed,
    silent: (steps) => steps.length === 0,
  })
  return [
    field(
      'utilisation',
      'utilisation',
      'Use expected',
      'The share of what is delivered that is used, such as 80 %; of power, the load factor.',
      percent('Use', '80 %', undefined, '% of what is delivered'),
      { needs: isUsed },
    ),
    usage,
    field(
      'minimumShare',
      'minimumShare',
      'Take or pay',
      'The share of what is delivered that is paid for, used or not, such as 70 %.',
      percent('A minimum', '70 %', undefined, '% of what is delivered'),
      { needs: isMetered },
    ),
    field(
      'settlement',
      'settlement',
      'Use is settled',
      'The stretch over which use is held against the minimum and the overage.',
      choice(frequencies),
      { needs: isMetered },
    ),
    field(
      'carriesForward',
      'carriesForward',
      'Unused minimum carries forward',
      'Whether units paid for and not used can be used later, beyond the minimum, without paying again.',
      flag,
      { needs: isMetered, silent: (value) => !value },
    ),
    field(
      'overageAbove',
      'overageAbove',
      'Overage above',
      'The share of what is delivered above which the overage price holds, such as 90 %. Empty for none.',
      optional(percent('An overage threshold', '90 %', undefined, '% of what is delivered'), 'none'),
      { needs: isMetered },
    ),
    field(
      'overagePrice',
      'overagePrice',
      'Overage price',
      'The price of a unit above the overage threshold, such as 2.60.',
      price('a unit', '2.60'),
      {
        needs: needing(
          ({ kind, overageAbove }) => kind === 'metered' && overageAbove !== null,
          'no overage',
          'There is no overage threshold. Enter it first.',
        ),
      },
    ),
  ]
}

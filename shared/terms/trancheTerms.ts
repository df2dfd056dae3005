import { limits } from '../schema/limits.ts'
import type { DeliveryTerm, Tranche } from '../schema/tranche.ts'
import { wholePpm } from '../rate.ts'
import { choice, count, firstDay, gpus, lastDay, optional, power, ratio, text } from './fields.ts'
import { trancheSlot } from './slot.ts'
import { slotField } from './slotField.ts'
import { formatDelivery, plainDelivery, stepsAreEditedInTheirTable } from './steps.ts'
import { defineTerm, type Term } from './term.ts'

/** The terms of the tranche in one place of a deal: what it holds, when it comes, and what follows where it is late. */
export function trancheTerms(index: number): Term[] {
  const slot = trancheSlot(index)
  const isFirst = index === 0
  const field = slotField(
    slot,
    'capacity',
    ({ tranche }): Tranche => tranche,
    (trancheId, changes) => ({ type: 'tranche.set', trancheId, changes }),
  )
  const unstated = { silent: (value: unknown) => value === null || value === '' }
  const delivery = defineTerm<readonly DeliveryTerm[]>({
    id: slot.id('delivery'),
    group: 'capacity',
    label: slot.label('Share delivered'),
    help: 'Months in which only a part of the capacity is in service.',
    kind: 'steps',
    unit: '% of contracted capacity',
    bounds: { least: 0, most: wholePpm },
    editor: { kind: 'steps', steps: 'delivery', slot: index },
    read: (terms) => plainDelivery(slot.of(terms)),
    format: formatDelivery,
    parse: stepsAreEditedInTheirTable,
    edit: (terms, steps) => ({
      type: 'delivery.set',
      trancheId: slot.of(terms).tranche.id,
      steps: [...steps],
    }),
    needs: slot.needs,
    silent: isFirst ? undefined : (steps) => steps.length === 0,
  })
  const hasLongStop = slot.needing(
    ({ tranche }) => tranche.longStop !== null,
    'no long-stop date',
    'This tranche has no long-stop date. Enter it first.',
  )
  return [
    field(
      'label',
      'tranche-label',
      isFirst ? 'Tranche' : 'Name',
      'What this tranche is called.',
      text('A name', limits.nameLength, 1),
      {
        silent: isFirst ? () => true : undefined,
      },
    ),
    field(
      'kilowatts',
      'power',
      'Power',
      'Contracted power, such as 300 MW. Empty where it is not stated.',
      optional(power),
    ),
    field(
      'powerBasis',
      'powerBasis',
      'Power measured as',
      'Critical IT load, or the whole facility with cooling and losses.',
      choice([
        { id: 'criticalIt', label: 'critical IT' },
        { id: 'facility', label: 'facility' },
      ]),
      isFirst ? {} : { silent: (value) => value === 'criticalIt' },
    ),
    field(
      'pue',
      'pue',
      'PUE',
      'Power of the whole facility for one of critical IT, such as 1.25.',
      optional(ratio('PUE', '1.25', { least: wholePpm, most: limits.highestPue })),
      unstated,
    ),
    field(
      'gpus',
      'gpus',
      'GPUs',
      'Contracted GPUs, such as 220,000 or 220k. Empty where it is not stated.',
      optional(gpus('The number of GPUs')),
    ),
    field(
      'gpuModel',
      'gpuModel',
      'GPU model',
      'Such as GB200. Empty where it is not stated.',
      text('A GPU model', limits.nameLength),
      unstated,
    ),
    field(
      'from',
      'tranche-from',
      'Due from',
      'The contracted delivery date. Empty for the start of the term.',
      optional(firstDay, 'start of term'),
      isFirst ? unstated : {},
    ),
    field(
      'until',
      'tranche-until',
      'Due through',
      'The last day this capacity is contracted for. Empty for the end of the term.',
      optional(lastDay, 'end of term'),
      unstated,
    ),
    delivery,
    field(
      'longStop',
      'longStop',
      'Long-stop date',
      'The last day on which late delivery has no remedy. Empty where none is agreed.',
      optional(firstDay, 'none'),
      unstated,
    ),
    field(
      'graceMonths',
      'graceMonths',
      'Grace after it',
      'Months after the long-stop date until the remedy is there, such as 1.',
      count('The months of grace', '1', { least: 0, most: limits.graceMonths }, 'month', 'months'),
      { needs: hasLongStop },
    ),
    field(
      'remedy',
      'remedy',
      'Remedy for late delivery',
      'What the buyer may do where capacity comes later than that. With reduced capacity the fee is pro rata to what is delivered, from the end of the grace period on.',
      choice([
        { id: 'none', label: 'none' },
        { id: 'terminate', label: 'terminate' },
        { id: 'acceptFewer', label: 'accept reduced capacity, fee pro rata' },
        { id: 'either', label: 'terminate, or accept reduced capacity pro rata' },
      ]),
      { needs: hasLongStop },
    ),
  ]
}

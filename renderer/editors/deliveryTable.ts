import { deliveredShares } from '../../shared/tables/monthlyShares.ts'
import { parsed } from '../../shared/format/expression.ts'
import { limits } from '../../shared/schema/limits.ts'
import type { DeliveryTerm } from '../../shared/schema/tranche.ts'
import { deliveryInput, parseDelivered, plainDelivery } from '../../shared/terms/steps.ts'
import { nextStep, spanColumns } from './datedSteps.ts'
import type { StepTable } from './stepTable.ts'

const half = 500_000

export const deliveryTable = (slot: number): StepTable<DeliveryTerm> => ({
  title: ({ tranches }) =>
    `Share of ${tranches.length === 1 ? 'capacity' : tranches[slot]!.tranche.label} delivered`,
  row: 'step',
  add: 'Add a step',
  none: 'All of the capacity is delivered from the start.',
  most: limits.steps,
  columns: [
    ...spanColumns<DeliveryTerm>(),
    {
      kind: 'line',
      label: 'Share delivered',
      width: 140,
      isNumber: true,
      input: (step, { style }) => deliveryInput(step, style.locale),
      change(step, text, { style }) {
        const delivered = parseDelivered(text, style.locale)
        return delivered.ok ? parsed({ ...step, ...delivered.value }) : delivered
      },
    },
  ],
  read: ({ tranches }) => plainDelivery(tranches[slot]!),
  write: ({ tranches }, steps) => ({
    type: 'delivery.set',
    trancheId: tranches[slot]!.tranche.id,
    steps: [...steps],
  }),
  make: (terms, steps) =>
    nextStep(
      terms,
      steps,
      (span) => ({ share: half, gpus: null, ...steps.at(-1), ...span }),
      terms.tranches[slot]!.tranche,
    ),
  preview: (schedule) => deliveredShares(schedule, slot),
})

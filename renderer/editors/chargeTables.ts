import { scheduleOf } from '../../shared/engine/schedule.ts'
import type { Schedule } from '../../shared/engine/scheduleColumns.ts'
import { rampShares } from '../../shared/tables/monthlyShares.ts'
import { monthlyRate } from '../../shared/engine/recurring.ts'
import { dayOf } from '../../shared/days.ts'
import { total } from '../../shared/money.ts'
import type { RampTerm, UsageTerm } from '../../shared/schema/charge.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { limits } from '../../shared/schema/limits.ts'
import { percent } from '../../shared/terms/fields.ts'
import {
  parseRampValue,
  plainRamp,
  plainUsage,
  type RampBasis,
  rampBases,
  rampValueInput,
  withBasis,
} from '../../shared/terms/steps.ts'
import { nextStep, spanColumns } from './datedSteps.ts'
import { fieldColumn, type StepTable } from './stepTable.ts'

const half = 500_000

/** Where a deal has one charge its name says nothing. */
const titleOf =
  (title: string, slot: number) =>
  ({ charges }: DealTerms): string =>
    charges.length === 1 ? title : `${title} of ${charges[slot]!.charge.label}`

export const rampTable = (slot: number): StepTable<RampTerm> => ({
  title: titleOf('Ramp', slot),
  row: 'step',
  add: 'Add a step',
  none: 'The standard fee is payable from the start.',
  most: limits.steps,
  columns: [
    ...spanColumns<RampTerm>(),
    {
      kind: 'choice',
      label: 'Basis',
      width: 172,
      options: () => rampBases,
      chosen: ({ basis }) => basis,
      choose: (step, id, { terms }) =>
        withBasis(step, id as RampBasis, standardFee(terms, slot, step.from), terms.deal.rounding),
    },
    {
      kind: 'line',
      label: 'Value',
      width: 124,
      isNumber: true,
      without: ({ basis }) => (basis === 'proRata' ? 'as delivered' : null),
      input: (step, { style }) => rampValueInput(step, style),
      change: (step, text, { style }) => parseRampValue(text, step, style),
    },
  ],
  read: ({ charges }) => plainRamp(charges[slot]!),
  write: ({ charges }, steps) => ({
    type: 'ramp.set',
    chargeId: charges[slot]!.charge.id,
    steps: [...steps],
  }),
  make: (terms, steps) =>
    nextStep(
      terms,
      steps,
      (span) => ({ basis: 'percentOff', share: half, fixedFee: null, ...steps.at(-1), ...span }),
      terms.charges[slot]!.charge,
    ),
  preview: (schedule) => rampShares(schedule, slot),
})

export const usageTable = (slot: number): StepTable<UsageTerm> => ({
  title: titleOf('Use by date', slot),
  row: 'step',
  add: 'Add a step',
  none: 'The expected use holds throughout.',
  most: limits.steps,
  columns: [
    ...spanColumns<UsageTerm>(),
    fieldColumn('share', 'Use', 124, percent('The use of capacity', '80 %')),
  ],
  read: ({ charges }) => plainUsage(charges[slot]!),
  write: ({ charges }, steps) => ({
    type: 'usage.set',
    chargeId: charges[slot]!.charge.id,
    steps: [...steps],
  }),
  make: (terms, steps) => {
    const { charge } = terms.charges[slot]!
    const share = steps.at(-1)?.share ?? charge.utilisation
    return nextStep(terms, steps, (span) => ({ ...span, share }), charge)
  },
})

const seriesOf = ({ series, terms }: Schedule, slot: number) =>
  series.filter(({ plan }) => plan.charge.id === terms.charges[slot]!.charge.id)

/** What a charge comes to in a month without its ramp, in force on a day. */
function standardFee(terms: DealTerms, slot: number, date: string): number {
  const schedule = scheduleOf(terms)
  const { rounding, digits } = schedule.plan
  return total(
    seriesOf(schedule, slot).map(({ plan }) =>
      monthlyRate({ ...plan, ramps: [] }, Math.max(plan.from, dayOf(date)), rounding, digits),
    ),
  )
}

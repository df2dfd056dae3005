import { monthRows } from '../engine/months.ts'
import {
  rampedStretches,
  recurringPayable,
  standardOfDelivered,
  standardOnRamp,
} from '../engine/rampSavings.ts'
import {
  amount,
  amountOr,
  type Explained,
  type Explainer,
  plus,
  type Step,
  type StepTable,
} from './explanation.ts'
import { baselineInputs, ownInputs, rests } from './inputs.ts'
import { byMonth, stretchLabel, sumTable } from './months.ts'

/** What a month saves: one fee less what is payable. */
function savedTable(title: string, fee: string, steps: readonly Step[], total: number): StepTable {
  return sumTable(title, { label: 'Month', parts: [fee, 'Payable'], value: 'Saved' }, steps, amount(total))
}

/** The months of a schedule, with a fee on each of some stretches and what is payable on them. */
function savedSteps(
  { schedule }: Explained,
  fees: Float64Array,
  isCounted: (stretch: number) => boolean = () => true,
): Step[] {
  const payable = recurringPayable(schedule)
  const paid = byMonth(schedule, (i) => (isCounted(i) ? payable[i]! : 0))
  return byMonth(schedule, (i) => (isCounted(i) ? fees[i]! : 0)).map(({ from, until, value }, month) => {
    const due = paid[month]!.value
    return plus(stretchLabel(from, until), amount(value - due), [amount(value), amount(due)])
  })
}

function onBaselineSteps(of: Explained): Step[] {
  const ramped = new Set(rampedStretches(of.schedule))
  const baseline = of.against ?? of.schedule
  return savedSteps(of, standardOnRamp(of.schedule, baseline), (i) => ramped.has(i))
}

export const rampExplanations: Readonly<Record<string, Explainer>> = {
  rampSavings: {
    sentence:
      'In every month the standard fee, as escalated, on the capacity that is contractually due, or that the buyer has accepted where delivery is late, less what is payable.',
    formula: 'Σ over months: standard fee − payable',
    inputs: ownInputs(rests.standard, rests.ramps, rests.capacityOfCharges, rests.period, rests.posting),
    tables: ({ schedule, figures }) => [
      savedTable(
        'Saved by month',
        'Standard',
        monthRows(schedule).map(({ from, until, standard, ramp }) =>
          plus(stretchLabel(from, until), amount(ramp), [amount(standard), amount(standard - ramp)]),
        ),
        figures.rampSavings.headline,
      ),
    ],
    result: ({ figures }) => amount(figures.rampSavings.headline),
    otherwise: ({ figures }) => [
      { definition: 'Like for like', value: amount(figures.rampSavings.likeForLike) },
      {
        definition: 'On the baseline’s fee',
        value: amountOr(figures.rampSavings.onBaselineStandard, 'no baseline'),
      },
    ],
  },
  rampSavingsLikeForLike: {
    sentence:
      'In every month of the term the standard fee for the share of the capacity that is delivered, less what is payable. Below zero where late delivery costs more than the ramp saves.',
    formula: 'Σ over months: standard fee × delivered / contracted − payable',
    inputs: ownInputs(
      rests.standard,
      rests.ramps,
      rests.followsCapacity,
      rests.capacity,
      rests.capacityOfCharges,
      rests.period,
      rests.posting,
    ),
    tables: (of) => [
      savedTable(
        'Saved on what is delivered, by month',
        'For delivered',
        savedSteps(of, standardOfDelivered(of.schedule)),
        of.figures.rampSavings.likeForLike,
      ),
    ],
    result: ({ figures }) => amount(figures.rampSavings.likeForLike),
    otherwise: ({ figures }) => [{ definition: 'Headline', value: amount(figures.rampSavings.headline) }],
  },
  rampSavingsOnBaseline: {
    sentence:
      'In the months of this deal’s ramp the baseline’s standard fee for them, less what is payable here: a higher list price inflates the headline, and not this.',
    formula: 'Σ over months of the ramp: the baseline’s standard fee − payable',
    inputs: (of) => [
      ...ownInputs(rests.standard, rests.ramps, rests.capacityOfCharges, rests.period, rests.posting)(of),
      ...baselineInputs(rests.standard, rests.capacityOfCharges, rests.period)(of),
    ],
    tables: (of) => {
      const saved = of.figures.rampSavings.onBaselineStandard
      if (saved === null) return []
      return [savedTable('Saved on the baseline’s fee, by month', 'Baseline’s', onBaselineSteps(of), saved)]
    },
    result: ({ figures }) => amountOr(figures.rampSavings.onBaselineStandard, 'no baseline'),
    otherwise: ({ figures }) => [
      { definition: 'On its own standard fee', value: amount(figures.rampSavings.headline) },
    ],
  },
}

import type { DealFigures } from '../engine/figures.ts'
import { formatAmount } from '../format/number.ts'
import type { FigureDefinition } from './figure.ts'
import { amountFigure, contractValueCell } from './figureCells.ts'
import { always } from './figureWords.ts'

const hasRenewals = ({ renewed }: DealFigures) => renewed.periods.length > 0

/** What a deal is worth, and what its ramp saves. */
export const valueFigures: readonly FigureDefinition[] = [
  {
    id: 'totalContractValue',
    group: 'value',
    label: always('Total contract value'),
    convention: () => 'stated term, undiscounted',
    cell: contractValueCell,
    measure: { of: ({ withExpectedUse }) => withExpectedUse, rank: 'total' },
  },
  {
    id: 'withExpectedUse',
    group: 'value',
    label: always('TCV at expected usage'),
    convention: () => 'expected usage in place of its minimum',
    speaks: ({ withExpectedUse, totalContractValue }) => withExpectedUse !== totalContractValue,
    ...amountFigure((figures) => figures.withExpectedUse),
  },
  {
    id: 'withRenewals',
    group: 'value',
    label: always('With renewals'),
    convention: () => 'each in full; expected: by its probability',
    speaks: hasRenewals,
    ...amountFigure((figures) => figures.renewed.withRenewals, {
      detail: ({ renewed, isUsageOnly }, style) =>
        `expected ${formatAmount(Math.round(renewed.expected), style)}${isUsageOnly ? '; at expected usage' : ''}`,
    }),
  },
  {
    id: 'power',
    group: 'value',
    label: always('Power passed through'),
    convention: () => 'apart from the contract value',
    speaks: ({ power }) => power !== 0,
    ...amountFigure((figures) => figures.power, { better: 'neither' }),
  },
  {
    id: 'serviceCredits',
    group: 'value',
    label: always('Service credits expected'),
    convention: () => 'apart from the contract value',
    speaks: ({ serviceCredits }) => serviceCredits !== 0,
    ...amountFigure((figures) => figures.serviceCredits, { better: 'neither' }),
  },
  {
    id: 'rampSavings',
    group: 'ramp',
    label: always('Ramp savings, headline'),
    convention: () => 'standard fee less payable',
    ...amountFigure((figures) => figures.rampSavings.headline, { better: 'higher' }),
  },
  {
    id: 'rampSavingsLikeForLike',
    group: 'ramp',
    label: always('Ramp savings, like for like'),
    convention: () => 'fee for what is delivered, less payable',
    ...amountFigure((figures) => figures.rampSavings.likeForLike, { better: 'higher' }),
  },
  {
    id: 'rampSavingsOnBaseline',
    group: 'ramp',
    label: always('Ramp savings, on baseline’s fee'),
    convention: () => 'baseline’s standard fee, in ramp months',
    ...amountFigure((figures) => figures.rampSavings.onBaselineStandard, {
      better: 'higher',
      missing: 'no baseline',
    }),
  },
]

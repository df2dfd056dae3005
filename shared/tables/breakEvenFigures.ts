import type { EvaluationContext } from '../engine/context.ts'
import type { DealFigures } from '../engine/figures.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import type { FigureDefinition } from './figure.ts'
import { breakEvenCell, utilisationCell } from './figureCells.ts'
import { always } from './figureWords.ts'

const isPaidLater = ({ terms: { charges } }: DealFigures) => charges.some(({ charge }) => charge.netDays > 0)

const hasOtherCapacity = ({ terms, breakEvens }: DealFigures, { baseline }: EvaluationContext) =>
  baseline !== null && gpusOf(terms) !== gpusOf(baseline) && !!breakEvens?.likeCapacity

const gpusOf = ({ tranches }: DealTerms) =>
  tranches.reduce((sum, { tranche }) => sum + (tranche.gpus ?? 0), 0)

/** From when on which deal is cheaper. */
export const breakEvenFigures: readonly FigureDefinition[] = [
  {
    id: 'breakEvenAccrued',
    group: 'breakEven',
    label: always('Break-even, accrued'),
    convention: () => 'months since the earlier start',
    cell: breakEvenCell((figures) => figures.breakEvens?.accrued),
  },
  {
    id: 'breakEvenPaid',
    group: 'breakEven',
    label: always('Break-even, by payment date'),
    convention: () => 'cash: a jump at each payment',
    cell: breakEvenCell((figures) => figures.breakEvens?.paid),
  },
  {
    id: 'breakEvenInvoiced',
    group: 'breakEven',
    label: always('Break-even, by invoice date'),
    convention: () => 'a jump at each invoice',
    speaks: isPaidLater,
    cell: breakEvenCell((figures) => figures.breakEvens?.invoiced),
  },
  {
    id: 'breakEvenPresentValue',
    group: 'breakEven',
    label: always('Break-even, present value'),
    convention: () => 'payments at the baseline’s rate, actual/365',
    cell: breakEvenCell((figures) => figures.breakEvens?.presentValue),
  },
  {
    id: 'breakEvenLikeCapacity',
    group: 'breakEven',
    label: always('Break-even, like capacity'),
    convention: () => 'accrued, for the same number of GPUs',
    speaks: hasOtherCapacity,
    cell: breakEvenCell((figures) => figures.breakEvens?.likeCapacity ?? undefined),
  },
  {
    id: 'breakEvenUtilisation',
    group: 'breakEven',
    label: always('Break-even utilisation'),
    convention: () => 'contract rate per GPU-hour / price on demand',
    speaks: ({ unitPrices }) => unitPrices.breakEvenUtilisation !== null,
    cell: utilisationCell,
  },
]

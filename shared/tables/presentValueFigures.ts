import { formatDay } from '../format/date.ts'
import { formatNumber, formatPercent } from '../format/number.ts'
import type { FigureDefinition } from './figure.ts'
import { amountFigure, rateCell } from './figureCells.ts'
import { always, asSeen, valuationWords } from './figureWords.ts'

/** What payments are worth today, and what rate they bear. */
export const presentValueFigures: readonly FigureDefinition[] = [
  {
    id: 'presentValue',
    group: 'presentValue',
    label: asSeen('NPV, present value of cost', 'NPV, present value of revenue'),
    convention: valuationWords,
    ...amountFigure((figures) => figures.presentValues.fees, {
      isAtExpectedUsage: true,
      detail: ({ terms }, { locale }) => `at ${formatPercent(terms.deal.discountRate, locale)} a year`,
    }),
  },
  {
    id: 'presentValueRate',
    group: 'presentValue',
    label: always('Effective rate, present value'),
    convention: () => 'PV of fees / PV of 1 a month',
    ...amountFigure((figures) => figures.presentValues.monthlyRate, {
      missing: 'no fee after the valuation date',
      isAtExpectedUsage: true,
    }),
  },
  {
    id: 'presentValueOfCash',
    group: 'presentValue',
    label: asSeen('Present value of payments', 'Present value of receipts'),
    convention: ({ valuation }) => `by payment date, with power; valued ${formatDay(valuation.on)}`,
    speaks: ({ presentValues }) => Math.round(presentValues.cash) !== Math.round(presentValues.fees),
    ...amountFigure((figures) => figures.presentValues.cash, { isAtExpectedUsage: true }),
  },
  {
    id: 'incrementalRate',
    group: 'presentValue',
    label: always('IRR of the difference'),
    convention: () => 'baseline’s payments less the deal’s; XIRR, actual/365',
    cell: rateCell((figures) => figures.incrementalRate),
  },
  {
    id: 'averageLife',
    group: 'presentValue',
    label: always('Average life of payments'),
    convention: ({ valuation }) => `years from ${formatDay(valuation.on)}, actual/365`,
    cell: ({ averageLife }, { style: { locale } }) =>
      averageLife === null
        ? { text: 'nothing left to pay', isWord: true }
        : {
            text: `${formatNumber(averageLife.weightedAverageLife, 3, locale)} years`,
            number: { value: Math.round(averageLife.weightedAverageLife * 1000), digits: 3 },
            detail: `duration ${formatNumber(averageLife.duration, 3, locale)}`,
          },
  },
]

import { hoursInMonth, hoursInYear } from '../engine/contractRate.ts'
import { formatAmount } from '../format/number.ts'
import type { FigureDefinition } from './figure.ts'
import { amountFigure, atExpectedUsage, priceFigure } from './figureCells.ts'
import { always } from './figureWords.ts'

/** What a unit of capacity, and a year, costs. */
export const priceFigures: readonly FigureDefinition[] = [
  {
    id: 'effectiveMonthly',
    group: 'price',
    label: always('Effective rate a month'),
    convention: () => 'total / months',
    ...amountFigure((figures) => figures.effectiveMonthly, {
      missing: 'no month',
      isAtExpectedUsage: true,
    }),
  },
  {
    id: 'effectivePerMegawattMonth',
    group: 'price',
    label: always('Effective rate per MW-month'),
    convention: () => 'total / delivered MW-months',
    ...priceFigure((figures) => figures.unitPrices.perDeliveredMegawattMonth, 0, 'MW', atExpectedUsage),
  },
  {
    id: 'pricePerMegawattMonth',
    group: 'price',
    label: always('Price per MW-month'),
    convention: () => `contract rate at full usage, ${hoursInMonth} h per month`,
    ...priceFigure((figures) => figures.unitPrices.perMegawattMonth, 0, 'MW'),
  },
  {
    id: 'pricePerGpuHour',
    group: 'price',
    label: always('Price per GPU-hour'),
    convention: () => `contract rate at full usage, ${hoursInYear.toLocaleString('en-US')} h per year`,
    ...priceFigure((figures) => figures.unitPrices.perGpuHour, 2, 'GPUs'),
  },
  {
    id: 'levelisedPricePerGpuHour',
    group: 'price',
    label: always('Levelised price per GPU-hour'),
    convention: () => 'PV of cost / PV of delivered GPU-hours',
    ...priceFigure((figures) => figures.presentValues.levelisedPerGpuHour, 3, 'GPUs', atExpectedUsage),
  },
  {
    id: 'pricePerKilowattMonth',
    group: 'price',
    label: always('Price per kW-month'),
    convention: () => `contract rate at full usage, ${hoursInMonth} h per month`,
    ...priceFigure((figures) => figures.unitPrices.perKilowattMonth, 2, 'MW'),
  },
  {
    id: 'averagePerGpuHour',
    group: 'price',
    label: always('Average per GPU-hour'),
    convention: () => 'total / delivered GPU-hours, days × 24',
    ...priceFigure((figures) => figures.unitPrices.perDeliveredGpuHour, 3, 'GPUs', atExpectedUsage),
  },
  {
    id: 'averageAnnualValue',
    group: 'annual',
    label: always('Annual value, average'),
    convention: () => 'total × 12 / months',
    ...amountFigure((figures) => figures.averageAnnualValue, {
      missing: 'no month',
      isAtExpectedUsage: true,
    }),
  },
  {
    id: 'firstTwelveMonths',
    group: 'annual',
    label: always('Annual value, first 12 months'),
    convention: () => 'fees for service',
    ...amountFigure((figures) => figures.firstTwelveMonths, { isAtExpectedUsage: true }),
  },
  {
    id: 'exitRunRate',
    group: 'annual',
    label: always('Annual value, exit run rate'),
    convention: () => 'closing monthly cost × 12',
    ...amountFigure((figures) => figures.exitRunRate, { isAtExpectedUsage: true }),
  },
  {
    id: 'straightLine',
    group: 'accounting',
    label: always('Straight-line a month'),
    convention: () => 'illustrative: fixed fees and minimums over the enforceable term at signing',
    ...amountFigure((figures) => figures.straightLine.enforceable.perMonth, {
      better: 'neither',
      missing: 'no month',
      detail: ({ straightLine: { stated } }, style) =>
        stated.perMonth === null
          ? undefined
          : `${formatAmount(Math.round(stated.perMonth), style)} over the stated term`,
    }),
  },
]

import type { Chart, ChartId, ChartOptions, ChartSource } from './chart.ts'
import { commitmentChart } from './commitment.ts'
import { cumulativeChart, differenceChart } from './cumulative.ts'
import { paymentsChart } from './payments.ts'
import { unitPriceChart } from './unitPrice.ts'

const makers: Readonly<Record<ChartId, (source: ChartSource, options: ChartOptions) => Chart>> = {
  payments: paymentsChart,
  cumulative: cumulativeChart,
  commitment: commitmentChart,
  unitPrice: unitPriceChart,
  difference: differenceChart,
}

/** A chart of the deals side by side. */
export const chartOf = (id: ChartId, source: ChartSource, options: ChartOptions): Chart =>
  makers[id](source, options)

import type { ChartId, ChartOptions } from '../../shared/charts/chart.ts'
import styles from './charts.module.css'
import { useChartView } from './options.ts'

interface Switch<Name extends keyof ChartOptions = keyof ChartOptions> {
  option: Name
  label: string
  choices: readonly (readonly [ChartOptions[Name], string])[]
}

const costBasis: Switch<'costBasis'> = {
  option: 'costBasis',
  label: 'Cumulative cost',
  choices: [
    ['accrued', 'accrued'],
    ['paid', 'by payment date'],
  ],
}

const switches: Readonly<Record<ChartId, Switch>> = {
  payments: {
    option: 'paymentsBy',
    label: 'Payments',
    choices: [
      ['service', 'by service month'],
      ['payment', 'by payment date'],
    ],
  },
  cumulative: costBasis,
  commitment: {
    option: 'exitParty',
    label: 'Whose notice',
    choices: [
      ['buyer', 'buyer’s notice'],
      ['provider', 'provider’s'],
    ],
  },
  unitPrice: {
    option: 'priceUnit',
    label: 'Price of',
    choices: [
      ['gpuHour', 'GPU-hour'],
      ['megawattMonth', 'MW-month'],
    ],
  },
  difference: costBasis,
}

/** The one choice each chart has. */
export function ChartSwitch({ id }: { id: ChartId }) {
  const { option, label, choices } = switches[id]
  const chosen = useChartView((view) => view[option])
  return (
    <div className={styles['switch']} role="group" aria-label={label}>
      {choices.map(([value, text]) => (
        <button
          key={value}
          type="button"
          aria-pressed={chosen === value}
          onClick={() => useChartView.setState({ [option]: value })}
        >
          {text}
        </button>
      ))}
    </div>
  )
}

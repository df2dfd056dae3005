import { memo, useEffect, useRef, useState } from 'react'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import { Legend } from '../charts/ChartParts.tsx'
import { CumulativeCost } from '../charts/CumulativeCost.tsx'
import { DeliveryStrip } from '../charts/DeliveryStrip.tsx'
import { MonthlyPayments } from '../charts/MonthlyPayments.tsx'
import { comparisonOf, dealMark } from '../stores/comparison.ts'
import { useView } from '../stores/view.ts'
import styles from './ChartPanel.module.css'

interface ChartPanelProps {
  book: Book
  style: NumberStyle
}

/** Monthly payments over the delivery of capacity, and cumulative cost with its crossings. */
export default memo(function ChartPanel({ book, style }: ChartPanelProps) {
  const { context, columns } = comparisonOf(book)
  const marks = columns.map(({ terms }) => dealMark(book, terms.deal.id))
  const [payments, paymentsSize] = useSize()
  const [cumulative, cumulativeSize] = useSize()
  const view = useView((state) => state.cumulative)
  const isEarned = context.perspective === 'provider'
  const common = { columns, marks, style }
  return (
    <div className={styles['panel']} data-testid="charts">
      <figure className={styles['figure']}>
        <figcaption>
          <h2>{isEarned ? 'Monthly receipts' : 'Monthly payments'}</h2>
          <span>fee for each month of service, by deal</span>
        </figcaption>
        <Legend columns={columns} marks={marks} />
        <div className={styles['plot']} ref={payments}>
          {paymentsSize && <MonthlyPayments {...common} {...paymentsSize} />}
        </div>
        <p className={styles['caption']}>Share of contracted capacity delivered</p>
        {paymentsSize && <DeliveryStrip columns={columns} marks={marks} width={paymentsSize.width} />}
      </figure>
      <figure className={styles['figure']}>
        <figcaption>
          <h2>{isEarned ? 'Cumulative revenue' : 'Cumulative cost'}</h2>
          <span>
            {view === 'difference'
              ? `accrued, less the baseline; below zero ${isEarned ? 'earns less' : 'is cheaper'}`
              : 'accrued'}
          </span>
          <div className={styles['views']} role="group" aria-label="Cumulative cost shown as">
            {(['difference', 'total'] as const).map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={view === each}
                onClick={() => useView.setState({ cumulative: each })}
              >
                {each === 'difference' ? 'against baseline' : 'total'}
              </button>
            ))}
          </div>
        </figcaption>
        <div className={styles['plot']} ref={cumulative}>
          {cumulativeSize && <CumulativeCost {...common} {...cumulativeSize} context={context} view={view} />}
        </div>
      </figure>
    </div>
  )
})

/** The size of an element in whole pixels, as it changes; null while it is not known or not shown. */
function useSize() {
  const element = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useEffect(() => {
    if (!element.current) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      setSize(width === 0 ? null : { width: Math.floor(width), height: Math.floor(height) })
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, size] as const
}

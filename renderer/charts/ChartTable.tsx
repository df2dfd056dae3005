import { useMemo } from 'react'
import type { Chart } from '../../shared/charts/chart.ts'
import { chartTable } from '../../shared/tables/chartTable.ts'
import styles from './charts.module.css'

/** The numbers of a chart, row by row. */
export function ChartTable({ chart }: { chart: Chart }) {
  const { caption, head, rows } = useMemo(() => chartTable(chart), [chart])
  return (
    // The keyboard scrolls it: there is nothing in it to go to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['table']} tabIndex={0} aria-label={`Table of ${chart.title}`}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((text, index) => (
              <th key={index} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((text, index) => (
                <td key={index}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { mostPoints } from './chart.ts'

const strideOf = (rows: readonly unknown[]): number => Math.ceil(rows.length / mostPoints)

/** No more rows than a plot takes, the last one among them. */
export function thinned<Row>(rows: readonly Row[]): readonly Row[] {
  const stride = strideOf(rows)
  return stride < 2 ? rows : rows.filter((_, i) => (rows.length - 1 - i) % stride === 0)
}

/** What a reader should know of it; nothing where no row was left out. */
export function thinningNote(rows: readonly unknown[]): string[] {
  const stride = strideOf(rows)
  if (stride < 2) return []
  return [
    `So many days are shown by every ${stride === 2 ? 'second' : stride === 3 ? 'third' : `${stride}th`} of them.`,
  ]
}

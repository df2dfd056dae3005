import type { DealFigures } from '../../shared/engine/figures.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { DealMark } from '../stores/comparison.ts'

/** What every chart is drawn from, on the screen and on paper: fixed pixel sizes, and no animation. */
export interface ChartProps {
  columns: readonly DealFigures[]
  /** In the order of the columns. */
  marks: readonly DealMark[]
  style: NumberStyle
  width: number
  height: number
}

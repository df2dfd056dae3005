/** Where the series of a chart are drawn within its pixels: right of the values, above the dates. */
export interface PlotArea {
  left: number
  top: number
  right: number
  width: number
  height: number
}

const [left, top, right, bottom] = [54, 10, 20, 20]

export const plotArea = (width: number, height: number): PlotArea => ({
  left,
  top,
  right,
  width: Math.max(1, width - left - right),
  height: Math.max(1, height - top - bottom),
})

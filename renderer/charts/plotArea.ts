/** Where the series of a chart are drawn within its pixels: right of the values, above the dates. */
export interface PlotArea {
  left: number
  top: number
  width: number
  height: number
}

/** Pixels of the axes: the values’ and the dates’. */
export const axisSize = { values: 54, dates: 20 } as const

/** What stays free around all; the same object each time, which spares the charting library a layout. */
export const plotMargin = { top: 10, right: 20, bottom: 0, left: 0 }

export const plotArea = (width: number, height: number): PlotArea => ({
  left: axisSize.values,
  top: plotMargin.top,
  width: Math.max(1, width - axisSize.values - plotMargin.right),
  height: Math.max(1, height - plotMargin.top - axisSize.dates),
})

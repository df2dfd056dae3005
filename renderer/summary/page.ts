import type { SummaryOptions } from '../../shared/contract/contract.ts'

/** CSS pixels of the printable area: 96 to the inch, less the margin all round. */
export const margin = 40
const papers = { a4: { width: 794, height: 1123 }, letter: { width: 816, height: 1056 } } as const

/** More columns than this want the page on its side. */
const portraitColumns = 4

export interface Page {
  /** For `@page`. */
  size: string
  width: number
  height: number
}

export function pageFor({ paper }: SummaryOptions, columns: number): Page {
  const { width, height } = papers[paper]
  const isWide = columns > portraitColumns
  return {
    size: `${paper === 'a4' ? 'A4' : 'Letter'} ${isWide ? 'landscape' : 'portrait'}`,
    width: (isWide ? height : width) - 2 * margin,
    height: (isWide ? width : height) - 2 * margin,
  }
}

/** How much smaller a document must be to fit its page: 1 where it fits as it is. */
export function scaleToFit(element: HTMLElement, page: Page): number {
  const scale = Math.min(1, page.height / element.scrollHeight, page.width / element.scrollWidth)
  return Math.floor(scale * 1000) / 1000
}

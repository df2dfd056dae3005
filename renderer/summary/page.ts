import type { SummaryOptions } from '../../shared/contract/contract.ts'

/** CSS pixels, 96 to the inch, rounded down: a document that is wider than its paper would be printed smaller. */
const papers = {
  a4: { name: 'A4', width: 793, height: 1122 },
  letter: { name: 'Letter', width: 816, height: 1056 },
} as const

/** CSS pixels that stay free at the edges of the paper. */
const margin = { top: 48, side: 54, bottom: 36 }

/** CSS pixels of the line at the foot of each page, with the space above it. */
const footerHeight = 34

/** The height a page leaves free, in CSS pixels: in print a text can take a line more than it did when it was measured. */
const reserve = 16

/** One page of the document. All lengths are CSS pixels. */
export interface Page {
  /** The rule for `@page`. */
  rule: string
  width: number
  height: number
  /** The height there is for the content. */
  room: number
}

/** The page on the paper a person chose, upright. */
export function pageFor({ paper }: Pick<SummaryOptions, 'paper'>): Page {
  const { name, width, height } = papers[paper]
  const inner = height - margin.top - margin.bottom
  return {
    rule: `@page { size: ${name} portrait; margin: ${margin.top}px ${margin.side}px ${margin.bottom}px }`,
    width: width - 2 * margin.side,
    height: inner,
    room: inner - footerHeight - reserve,
  }
}

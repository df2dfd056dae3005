import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  chartPicture,
  flow,
  lightColours,
  type PictureContent,
  withColours,
  wrapped,
} from '../../shared/charts/picture.ts'

const content: PictureContent = {
  title: 'Cumulative cost & break-even <2027>',
  lines: ['as service accrues', 'The book, as of 20 Nov 2026.'],
  legend: [
    { name: 'A “lease”', shape: 'line', colour: 'deal-1', dash: '6 3' },
    { name: 'At risk', shape: 'area', colour: 'deal-2', dash: undefined, opacity: 0.2 },
  ],
  drawings: [
    { markup: '<path d="M0,0" stroke="var(--deal-1)"/>', width: 400, height: 100 },
    { markup: '<rect fill="var(--gone)"/>', width: 400, height: 12 },
  ],
  list: ['1  A lease: month 2.577'],
  fonts: '@font-face{font-family:Inter;src:url(data:font/woff2;base64,AAAA)}',
  colours: { ink: '#111111', 'ink-2': '#222222', panel: '#ffffff', 'deal-1': '#333333', 'deal-2': '#444444' },
}

describe('the picture of a chart', () => {
  const { svg, width, height } = chartPicture(content)

  it('is a document by itself: its size, its fonts, its title and what it shows in words', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="448" height="\d+"/)
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`)
    expect(svg).toContain('<title>Cumulative cost &amp; break-even &lt;2027&gt;</title>')
    expect(svg).toContain(
      '<desc>as service accrues The book, as of 20 Nov 2026. 1  A lease: month 2.577</desc>',
    )
    expect(svg).toContain(content.fonts)
  })

  it('has literal colours, and black for what has none', () => {
    expect(svg).not.toContain('var(')
    expect(svg).toContain('stroke="#333333"')
    expect(svg).toContain('<rect fill="#000000"/>')
    expect(withColours('a var(--ink) var(--ink-2)', content.colours)).toBe('a #111111 #222222')
  })

  it('has its legend with dashes and fills, its list, and both drawings under each other', () => {
    expect(svg).toContain('stroke-dasharray="6 3"')
    expect(svg).toContain('fill="#444444" fill-opacity="0.2"')
    expect(svg).toContain('>A “lease”</text>')
    expect(svg).toContain('>1  A lease: month 2.577</text>')
    const offsets = [...svg.matchAll(/translate\(24 (\d+)\)/g)].map(([, y]) => Number(y))
    // The second stands 6 pixels under the first, which is 100 high.
    expect(offsets[1]! - offsets[0]!).toBe(106)
    expect(height).toBeGreaterThan(offsets[1]! + 12)
  })
})

describe('the layout of a picture', () => {
  it('sets entries in rows as wide as there is room', () => {
    expect(flow([40, 50, 30, 120, 10], 100)).toEqual([
      { x: 0, row: 0 },
      { x: 40, row: 0 },
      { x: 0, row: 1 },
      { x: 0, row: 2 },
      { x: 0, row: 3 },
    ])
  })

  it('breaks lines between words, and none within one', () => {
    expect(wrapped('one two three four', 9)).toEqual(['one two', 'three', 'four'])
    expect(wrapped('internationalisation', 5)).toEqual(['internationalisation'])
  })

  it('takes the colours of the light theme from the style sheet', () => {
    const colours = lightColours(
      readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8'),
    )
    expect(colours).toMatchObject({ panel: '#ffffff', 'deal-1': '#2b313c', ink: '#1b1e23' })
    for (const token of ['ink-2', 'ink-3', 'line', 'kind-fixed', 'kind-credits', 'deal-8'])
      expect(colours[token], token).toMatch(/^#[0-9a-f]{6}$/)
  })
})

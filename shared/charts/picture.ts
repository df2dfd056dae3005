import type { ChartSeries } from './chart.ts'

/** A drawing as the inside of an SVG, of so many pixels. */
export interface Drawing {
  markup: string
  width: number
  height: number
}

/** All that a picture of a chart holds, so that it says by itself what it shows. */
export interface PictureContent {
  title: string
  /** Under the title: what the numbers are, the book, the as-of date. */
  lines: readonly string[]
  legend: readonly Pick<ChartSeries, 'name' | 'shape' | 'colour' | 'dash' | 'opacity'>[]
  /** The plot, and what stands under it. */
  drawings: readonly Drawing[]
  /** The crossings, by their numbers, and other sentences. */
  list: readonly string[]
  /** `@font-face` rules with the fonts in them. */
  fonts: string
  /** The colours of the style sheet’s tokens, by their names without dashes in front. */
  colours: Readonly<Record<string, string>>
}

export interface Picture {
  svg: string
  width: number
  height: number
}

const margin = 24
const lineHeight = 18
const legendHeight = 22

/** A chart as an SVG document of its own: title, unit, date and legend in it, literal colours, and its fonts. */
export function chartPicture(content: PictureContent): Picture {
  const { title, lines, legend, drawings, list, fonts, colours } = content
  const plotWidth = Math.max(...drawings.map(({ width }) => width))
  const width = plotWidth + 2 * margin
  const parts: string[] = []
  let y = margin + 14
  parts.push(text(margin, y, title, 'font-size="17" font-weight="600" fill="var(--ink)"'))
  for (const line of lines.flatMap((each) => wrapped(each, plotWidth / 6.3)))
    parts.push(text(margin, (y += lineHeight), line, 'font-size="12" fill="var(--ink-2)"'))
  y += 12
  const entries = flow(
    legend.map(({ name }) => 34 + textWidth(name, 12)),
    plotWidth,
  )
  for (const [i, { x, row }] of entries.entries())
    parts.push(entry(legend[i]!, margin + x, y + row * legendHeight))
  y += ((entries.at(-1)?.row ?? -1) + 1) * legendHeight + 6
  for (const { markup, height } of drawings) {
    parts.push(`<g transform="translate(${margin} ${y})">${markup}</g>`)
    y += height + 6
  }
  y += 10
  for (const line of list.flatMap((each) => wrapped(each, plotWidth / 6.3))) {
    parts.push(text(margin, y + 10, line, 'font-size="12" fill="var(--ink)"'))
    y += lineHeight
  }
  const height = Math.ceil(y + margin - 10)
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` font-family="Inter, 'Liberation Sans', Arial, sans-serif" role="img">`,
    `<title>${escaped(title)}</title><desc>${escaped([...lines, ...list].join(' '))}</desc>`,
    `<style>${fonts}</style><rect width="${width}" height="${height}" fill="var(--panel)"/>`,
    ...parts,
    '</svg>',
  ].join('')
  return { svg: withColours(svg, colours), width, height }
}

const text = (x: number, y: number, content: string, attributes: string): string =>
  `<text x="${x}" y="${y}" ${attributes}>${escaped(content)}</text>`

function entry(
  { name, shape, colour, dash, opacity = 1 }: PictureContent['legend'][number],
  x: number,
  y: number,
): string {
  const paint = `var(--${colour})`
  const swatch =
    shape === 'bar' || shape === 'area'
      ? `<rect x="${x + 4}" y="${y + 1}" width="12" height="10" rx="1.5" fill="${paint}" fill-opacity="${opacity}"/>`
      : `<path d="M${x},${y + 6}h20" stroke="${paint}" stroke-width="2"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}/>`
  return swatch + text(x + 26, y + 10, name, 'font-size="12" fill="var(--ink-2)"')
}

/** Pixels a text takes, or a few more: fonts are not asked. */
const textWidth = (content: string, fontSize: number): number => content.length * fontSize * 0.56

/** Where entries of these widths stand, from left to right and row under row. */
export function flow(widths: readonly number[], room: number): { x: number; row: number }[] {
  let [x, row] = [0, 0]
  return widths.map((width) => {
    if (x > 0 && x + width > room) [x, row] = [0, row + 1]
    const place = { x, row }
    x += width
    return place
  })
}

/** A text as lines of so many characters at most, unless a single word is longer. */
export function wrapped(content: string, characters: number): string[] {
  const lines: string[] = []
  for (const word of content.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= characters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (content: string): string =>
  content.replaceAll(/[&<>"]/g, (character) => entities[character]!)

/** Every token in place of its name; what has no token is black. */
export const withColours = (markup: string, colours: Readonly<Record<string, string>>): string =>
  markup.replaceAll(/var\(--([\w-]+)\)/g, (_, token: string) => colours[token] ?? '#000000')

/** The tokens of the light theme, from the style sheet’s own text: `--ink: #1b1e23;` in its first block. */
export function lightColours(styleSheet: string): Record<string, string> {
  const block = /:root\s*\{([^}]*)\}/.exec(styleSheet)?.[1] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]),
  )
}

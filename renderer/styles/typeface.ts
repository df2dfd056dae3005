import ranges from '@fontsource/inter/unicode.json'

const weights = [400, 500, 600]

/** The typeface beyond Latin: the address of each file, by its path. */
const files = import.meta.glob<string>(
  [
    '../../node_modules/@fontsource/inter/files/inter-*-{400,500,600}-normal.woff2',
    '!**/inter-latin-{400,500,600}-normal.woff2',
  ],
  { query: '?url', import: 'default', eager: true },
)

/** Reads the typeface's Latin letters, figures and signs. A page laid out before they are there is laid out twice. */
export const readLatin = (): Promise<unknown> =>
  Promise.all(weights.map((weight) => document.fonts.load(`${weight} 1em Inter`)))

/**
 * Adds the typeface's other scripts, each read once a text is written in it. Not before the first paint: in the place of
 * each that is not read, every size of type looks for a font of the system.
 */
export function addOtherScripts(): void {
  for (const [path, address] of Object.entries(files)) {
    const [, script, weight] = /inter-(.+)-(\d+)-normal/.exec(path)!
    const unicodeRange = ranges[script as keyof typeof ranges]
    document.fonts.add(new FontFace('Inter', `url(${address})`, { weight, unicodeRange, display: 'swap' }))
  }
}

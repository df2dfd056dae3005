import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = resolve(import.meta.dirname, '../../renderer')

/** Paper has sizes of its own: it is laid out to fit a page. */
const isOfScreen = (file: string) => !/tokens|summary|paper/.test(file)
const sheets = globSync('**/*.css', { cwd: folder })
  .filter(isOfScreen)
  .map((file) => ({ file, text: readFileSync(resolve(folder, file), 'utf8') }))

/** The declarations of all style sheets of the screen that say this. */
const saying = (pattern: RegExp): string[] =>
  sheets.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`))

describe('the style sheets of the screen', () => {
  it('take every colour, every size of type and every rounded corner from the tokens', () => {
    expect(sheets.length).toBeGreaterThan(20)
    expect(saying(/#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(/gi)).toEqual([])
    expect(saying(/font-size: (?!var\(--type-|inherit)[^;]+/g)).toEqual([])
    expect(saying(/border-radius: (?!var\(--radius|50%|0|[12]px)[^;]+/g)).toEqual([])
  })

  it('use no token that is not there, in both themes where it is a colour', () => {
    const tokens = readFileSync(resolve(folder, 'styles/tokens.css'), 'utf8')
    const [light, dark, sizes] = tokens.split(/^:root/m).slice(1)
    const namesIn = (text: string) => new Set([...text.matchAll(/(--[\w-]+):/g)].map(([, name]) => name!))
    expect([...namesIn(dark!)].toSorted()).toEqual([...namesIn(light!)].toSorted())
    const known = new Set([...namesIn(sizes!), ...namesIn(light!)])
    const used = sheets.flatMap(({ text }) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!))
    // What a component sets for its own style sheet, and what the library of popups says of the room there is.
    const own = sheets.flatMap(({ text }) => [...namesIn(text)])
    const set = ['--columns', '--figures', '--sheet-share', '--available-height', ...own]
    expect([...new Set(used)].filter((name) => !known.has(name) && !set.includes(name))).toEqual([])
  })
})

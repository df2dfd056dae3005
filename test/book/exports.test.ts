import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportBook, exportDeal } from '../../electron/export/json.ts'
import { exportPicture } from '../../electron/export/picture.ts'
import type { ErrorCode, Result } from '../../shared/contract/result.ts'
import { value } from './books.ts'
import { ownFolder } from './folder.ts'
import { exportTo, sessionInMemory, shellThatChooses } from './summaries.ts'

const refused = (result: Result<unknown>, code: ErrorCode, says: string) =>
  expect(result).toMatchObject({ ok: false, error: { code, message: expect.stringContaining(says) } })

/** A name of exactly so many bytes, most of them in letters of two. */
function longName(length: number, extension: string): string {
  const bytes = length - extension.length
  return 'é'.repeat(Math.floor(bytes / 2)) + 'x'.repeat(bytes % 2) + extension
}

const session = sessionInMemory()
const dialogsFor = (path: string) => shellThatChooses(path).dialogs!
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]).toString('base64')

/** Every kind of export, to this path, and how its file begins. */
const kinds: Record<string, { to(path: string): Promise<Result<unknown>>; begins: string }> = {
  'a summary.pdf': { to: (path) => exportTo(path), begins: '%PDF' },
  'a deal.json': { to: (path) => exportDeal(dialogsFor(path), session, 'colossus-lease'), begins: '{' },
  'a book.json': { to: (path) => exportBook(dialogsFor(path), session), begins: '{' },
  'a chart.png': {
    to: (path) => exportPicture(dialogsFor(path), '', { format: 'png', name: 'a', content: png }),
    begins: '\u0089PNG',
  },
  'a chart.svg': {
    to: (path) => exportPicture(dialogsFor(path), '', { format: 'svg', name: 'a', content: '<svg/>' }),
    begins: '<svg',
  },
}

describe.each(Object.entries(kinds))('an export (%s)', (name, { to, begins }) => {
  const beginningOf = (path: string) => readFileSync(path, 'latin1').slice(0, begins.length)

  it('over a symbolic link writes the file it leads to, and leaves the link', async () => {
    const folder = ownFolder()
    mkdirSync(join(folder, 'elsewhere'))
    const [link, second, target] = [name, `second ${name}`, 'elsewhere/target'].map((each) =>
      join(folder, each),
    )
    writeFileSync(target!, 'before')
    symlinkSync('elsewhere/target', second!)
    symlinkSync(`second ${name}`, link!)
    expect(value(await to(link!))).toEqual({ status: 'saved', fileName: name })
    expect(readlinkSync(link!)).toBe(`second ${name}`)
    expect(readlinkSync(second!)).toBe('elsewhere/target')
    expect(lstatSync(target!).isFile()).toBe(true)
    expect(beginningOf(target!)).toBe(begins)
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['target'])
  })

  it('over a link that leads nowhere writes the file it names, or says that its folder is gone', async () => {
    const folder = ownFolder()
    const link = join(folder, name)
    symlinkSync('later', link)
    value(await to(link))
    expect(beginningOf(join(folder, 'later'))).toBe(begins)

    const other = join(folder, `other ${name}`)
    symlinkSync('gone/later', other)
    refused(await to(other), 'not-found', `other ${name}`)
    expect(readdirSync(folder).toSorted()).toEqual([name, 'later', `other ${name}`].toSorted())
  })

  it('over a link to itself, or a folder, is a sentence and changes nothing', async () => {
    const folder = ownFolder()
    const loop = join(folder, name)
    symlinkSync(name, loop)
    refused(await to(loop), 'not-found', 'a link that leads back to itself')
    const inner = join(folder, `folder ${name}`)
    mkdirSync(inner)
    refused(await to(inner), 'refused', 'is a folder')
    expect(readdirSync(folder).toSorted()).toEqual([name, `folder ${name}`].toSorted())
  })

  it('under the longest name there is leaves that file alone in its folder; a longer one is refused', async () => {
    const folder = ownFolder()
    const extension = name.slice(name.lastIndexOf('.'))
    for (const length of [240, 255]) {
      const exact = longName(length, extension)
      value(await to(join(folder, exact)))
      // Again, over what is there now.
      value(await to(join(folder, exact)))
      expect(beginningOf(join(folder, exact))).toBe(begins)
      expect(readdirSync(folder)).toContain(exact)
    }
    expect(readdirSync(folder)).toHaveLength(2)
    refused(await to(join(folder, 'a'.repeat(256) + extension)), 'refused', 'too long')
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('under a name that some system has not is refused with the reason', async () => {
    const folder = ownFolder()
    const extension = name.slice(name.lastIndexOf('.'))
    for (const bad of [
      `CON${extension}`,
      `aux${extension}`,
      `a:b${extension}`,
      `what?${extension}`,
      extension,
    ])
      refused(await to(join(folder, bad)), 'refused', bad)
    expect(readdirSync(folder)).toEqual([])
  })
})

it.runIf(process.getuid?.() === 0)(
  'a file that may not be replaced is said to be open elsewhere or protected, and stays as it was',
  () => {
    // In such a folder everyone makes files, and replaces only their own: the system answers EPERM.
    const folder = ownFolder()
    chmodSync(folder, 0o1777)
    const path = join(folder, 'Summary.pdf')
    writeFileSync(path, 'before')
    const script = resolve(import.meta.dirname, 'elsewhere.ts')
    const answer = execFileSync(process.execPath, [script, 'export', path, '--as-nobody'], {
      encoding: 'utf8',
    })
    refused(JSON.parse(answer), 'busy', 'may be open in another program')
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['Summary.pdf'])
  },
)

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startCore } from '../../electron/core.ts'
import type { Shell } from '../../electron/ports.ts'
import { ownFolder } from '../book/folder.ts'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2]).toString(
  'base64',
)

/** The core on a sample book, in a shell where the person chooses `fileName`, and where pictures are copied to a list. */
function desk(fileName: string | null, more: Partial<Shell> = {}) {
  const folder = ownFolder()
  const copied: Uint8Array[] = []
  const suggested: string[] = []
  const never = () => Promise.reject(new Error('That was not asked for.'))
  const { dispatch, registry } = startCore({ version: '0.0.0', userData: folder }).openDesk({
    book: null,
    focus: () => undefined,
    shell: {
      kind: 'desktop',
      dialogs: {
        chooseBookToOpen: never,
        chooseNewBook: never,
        chooseSummary: never,
        chooseDocumentToImport: never,
        chooseDocument: never,
        choosePicture(name) {
          suggested.push(name)
          return Promise.resolve(fileName === null ? null : join(folder, fileName))
        },
      },
      printer: null,
      reveal: null,
      copyImage(bytes) {
        copied.push(bytes)
        return Promise.resolve(bytes.length > 8)
      },
      ...more,
    },
  })
  onTestFinished(() => registry.close())
  return { dispatch, registry, folder, copied, suggested }
}

it('a picture is written as it is, under a name that is one everywhere', async () => {
  const { dispatch, folder, suggested } = desk('chart.svg')
  const svg = { format: 'svg', name: 'A/B: “2027”', content: '<svg>€</svg>' }
  expect(await dispatch('chart.save', svg)).toEqual({
    ok: true,
    value: { status: 'saved', fileName: 'chart.svg' },
  })
  expect(readFileSync(join(folder, 'chart.svg'), 'utf8')).toBe('<svg>€</svg>')
  expect(suggested).toEqual(['A-B- “2027”.svg'])
  const again = desk('chart.png')
  await again.dispatch('chart.save', { format: 'png', name: 'A', content: png })
  expect(readFileSync(join(again.folder, 'chart.png')).toString('base64')).toBe(png)
})

it.each([
  ['no PNG', { format: 'png', name: 'A', content: Buffer.from('GIF89a').toString('base64') }],
  ['a PNG that is not base64', { format: 'png', name: 'A', content: `${png}\n<script>` }],
  ['no SVG', { format: 'svg', name: 'A', content: '<html><svg></svg></html>' }],
  ['what only begins like one', { format: 'svg', name: 'A', content: '<svgx/>' }],
  ['a picture of another kind', { format: 'html', name: 'A', content: '<svg></svg>' }],
  ['a picture without a name', { format: 'svg', name: '', content: '<svg></svg>' }],
  ['a path', { format: 'svg', name: 'A', content: '<svg></svg>', path: '/etc/passwd' }],
  ['16 MB and more', { format: 'svg', name: 'A', content: `<svg ${'a'.repeat(16 * 1024 * 1024)}` }],
])('%s is refused before any dialog', async (_, picture) => {
  const { dispatch, folder, suggested } = desk('chart.svg')
  expect(await dispatch('chart.save', picture)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  expect([suggested, existsSync(join(folder, 'chart.svg'))]).toEqual([[], false])
})

it('the open book is not written over, and a closed dialog writes nothing', async () => {
  const picture = { format: 'svg', name: 'A', content: '<svg></svg>' }
  const over = desk('Colossus options.offtake')
  const book = join(over.folder, 'Colossus options.offtake')
  over.registry.current()
  expect(existsSync(book)).toBe(true)
  const before = readFileSync(book)
  expect(await over.dispatch('chart.save', picture)).toMatchObject({ ok: false, error: { code: 'refused' } })
  expect(readFileSync(book).equals(before)).toBe(true)
  expect(await desk(null).dispatch('chart.save', picture)).toEqual({
    ok: true,
    value: { status: 'cancelled' },
  })
})

it('a picture reaches the clipboard as its bytes, or it is said why not', async () => {
  const { dispatch, copied } = desk(null)
  expect(await dispatch('chart.copyImage', { png })).toEqual({ ok: true, value: {} })
  expect(Buffer.from(copied[0]!).toString('base64')).toBe(png)
  expect(await dispatch('chart.copyImage', { png: 'AAAA' })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  })
  const none = desk(null, { copyImage: () => Promise.resolve(false) })
  expect(await none.dispatch('chart.copyImage', { png })).toMatchObject({
    ok: false,
    error: { code: 'refused' },
  })
})

it('a browser says that it has neither dialogs nor such a clipboard', async () => {
  const { dispatch } = desk(null, { kind: 'browser', dialogs: null, copyImage: null })
  for (const [channel, input] of [
    ['chart.save', { format: 'svg', name: 'A', content: '<svg></svg>' }],
    ['chart.copyImage', { png }],
  ] as const)
    expect(await dispatch(channel, input)).toMatchObject({ ok: false, error: { code: 'unsupported' } })
})

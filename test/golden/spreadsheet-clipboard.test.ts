import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlTable } from '../../renderer/editors/htmlTable.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { readTabSeparated, writeTabSeparated } from '../../shared/format/tabSeparated.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { copiedCell, enterCopied, textCell } from '../../shared/terms/copying.ts'
import { colossus, sample } from './sampleDeals.ts'
import { soffice } from './workbook/libreOffice.ts'

/**
 * Cells copied from the term sheet, as LibreOffice Calc reads them from the clipboard’s HTML and from its text; and what
 * Calc shows of them, which is what it copies, pasted back.
 */

const mustRun = process.env['OFFTAKE_ALL_ENGINES'] === '1'
const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'billions' }
const formula = '=HYPERLINK("http://example.com","a")'
const book = sample(
  { type: 'charge.set', chargeId: `${colossus}/fee`, changes: { monthlyFee: 1_250_000_000_05 } },
  {
    type: 'deal.set',
    dealId: colossus,
    changes: { discountRate: 87_500, tags: formula, facility: 'A "6 in" cable; <b>' },
  },
)
const terms = dealTerms(book, colossus)

/** Each term with what Calc is to hold: its type, and its value as the file format writes it. */
const expected = [
  ['monthlyFee', 'float', '1250000000.05'],
  // 220,000 GPUs, 300 MW.
  ['gpus', 'float', '220000'],
  ['power', 'float', '300'],
  ['discountRate', 'percentage', '0.0875'],
  ['start', 'date', '2026-05-01'],
  // Exclusive, the term ends on 1 June: what is shown and copied is its last day.
  ['end', 'date', '2029-05-31'],
  ['buyer', 'string', null],
  ['facility', 'string', null],
  ['tags', 'string', null],
  ['buyer-notice', 'string', null],
  ['ramp', 'string', null],
  ['invoiced', 'string', null],
] as const

const rows = expected.map(([id]) => termById(id))
const cells = rows.map((term) => [copiedCell(term, terms, style)])

/** One of the ways in which cells are on the clipboard, as a file, with Calc’s filter for it. */
interface Flavour {
  name: string
  content: string
  filter: string
}

interface Calc {
  /** Type and value of each cell. */
  held: { type: string; value: string | null; formula: boolean }[]
  /** The first column as Calc shows it, with tabs between cells: what it puts on the clipboard. */
  shown: string
}

const attribute = (xml: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(xml)?.[1] ?? null

/** What Calc makes of a file of the clipboard, read by one of its filters. The folder holds its profile, too. */
function inCalc(program: string, folder: string, { name, content, filter }: Flavour): Calc {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const convert = (from: string, to: string, ...more: readonly string[]) =>
    execFileSync(
      program,
      [profile, '--headless', ...more, '--convert-to', to, '--outdir', folder, join(folder, from)],
      {
        stdio: 'pipe',
        timeout: 300_000,
      },
    )
  const base = name.slice(0, name.indexOf('.'))
  writeFileSync(join(folder, name), content)
  convert(name, 'fods', `--infilter=${filter}`)
  // Tabs, quotes where needed, UTF-8, and cells as they are shown.
  convert(`${base}.fods`, 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false')
  const xml = readFileSync(join(folder, `${base}.fods`), 'utf8')
  return {
    held: [...xml.matchAll(/<table:table-cell[^>]*office:value-type[^>]*>/g)].map(([cell]) => ({
      type: attribute(cell, 'office:value-type')!,
      value: attribute(cell, 'office:value') ?? attribute(cell, 'office:date-value'),
      formula: cell.includes('table:formula'),
    })),
    shown: readFileSync(join(folder, `${base}.csv`), 'utf8'),
  }
}

const flavours: Readonly<Record<'HTML' | 'text', Flavour>> = {
  HTML: { name: 'html.html', content: htmlTable(cells), filter: 'HTML (StarCalc)' },
  text: {
    name: 'text.tsv',
    content: writeTabSeparated(cells.map((row) => row.map(({ text }) => text))),
    // Tabs, UTF-8, American English, special numbers such as dates recognised: as Calc’s dialog for pasted text has it.
    filter: 'Text - txt - csv (StarCalc):9,34,76,1,,1033,false,true',
  },
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offtake-clipboard-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(soffice === undefined && !mustRun).each(['HTML', 'text'] as const)(
  'cells copied to Calc as %s',
  (flavour) => {
    let calc: Calc
    beforeAll(() => {
      calc = inCalc(soffice!, folder, flavours[flavour])
    })

    it('arrive as numbers, percentages, dates and words, and none as a formula', () => {
      expect(calc.held).toEqual(expected.map(([, type, value]) => ({ type, value, formula: false })))
    })

    it('are read back from what Calc shows of them as what they are', () => {
      const shown = readTabSeparated(calc.shown)
      expect(shown).toHaveLength(rows.length)
      for (const [i, term] of rows.entries()) {
        const [text = ''] = shown[i]!
        const entered = enterCopied(term, terms, textCell(text), style)
        expect([term.id, text, entered]).toEqual([term.id, text, { ok: true, value: null }])
      }
    })
  },
)

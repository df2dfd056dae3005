import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../../electron/cli/run.ts'
import example from '../../shared/engine/exampleDeal.json'
import { contentsOf, ownFolder } from '../book/folder.ts'
import { sampleIn } from '../book/books.ts'

const root = resolve(import.meta.dirname, '../..')

/** The same in this process: what would be printed, and with what exit code. */
function asked(...args: string[]) {
  const answer = run(args)
  return answer.ok
    ? { status: 0, stdout: `${answer.value}\n`, stderr: '' }
    : { status: 1, stdout: '', stderr: `${answer.error.message}\n` }
}

/** Offtake as a terminal runs it. */
function offtake(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['electron/cli/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function written(value: unknown): string {
  const path = join(ownFolder(), 'deal.json')
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}

const exampleFile = join(root, 'shared/engine/exampleDeal.json')

describe('offtake evaluate', () => {
  it('finds a deal by its name in either form of Unicode', () => {
    const file = written({ ...example, name: 'Zo\u00e9' })
    expect(asked('evaluate', file, '--deal', 'Zoe\u0301').status).toBe(0)
  })

  it('prints the figures of a deal in JSON with units and conventions', () => {
    const { status, stdout } = offtake('evaluate', exampleFile, '--as-of', '2026-11-20')
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^Total contract value +\$45,000,000,000\.00, 37 months +\(stated term, undiscounted\)$/m,
    )
    expect(stdout).toMatch(/^Exit cost, committed +\$3,717,261,904\.76 +\(buyer’s notice on 20 Nov 2026\)$/m)
    expect(stdout).toMatch(/^Last day served +17 Feb 2027 /m)
    expect(stdout).toMatch(
      /^NPV, present value of cost +\$38,988,[0-9,.]+, at 10.% a year +\(effective, by months; fees in advance; valued 1 May 2026\)$/m,
    )
  })

  it('prints them as data, which say what they are', () => {
    const { status, stdout } = asked('evaluate', exampleFile, '--json')
    expect(status).toBe(0)
    const { units, deals } = JSON.parse(stdout) as { units: object; deals: Record<string, unknown>[] }
    expect(Object.keys(units)).toEqual(['amounts', 'averagesPricesAndPresentValues', 'rates', 'dates'])
    expect(deals[0]).toMatchObject({
      currency: 'USD',
      totalContractValue: 45_000_000_000_00,
      asOf: '2026-05-01',
    })
  })

  it('prints a deal of a book by its name, against the book’s baseline, and leaves the file as it is', () => {
    const folder = ownFolder()
    const book = sampleIn(folder)
    const before = contentsOf(folder)
    const { status, stdout } = asked('evaluate', book, '--deal', 'Longer ramp, +2 %', '--json')
    expect(status).toBe(0)
    const { deals } = JSON.parse(stdout) as {
      deals: { totalContractValue: number; breakEven: { accrued: { crossings: { months: number }[] } } }[]
    }
    expect(deals).toHaveLength(1)
    expect(deals[0]!.totalContractValue).toBe(45_645_000_000_00)
    // 2 + 0.28 / 0.485 and 3 + 0.205 / 0.025 months.
    const [first, second] = deals[0]!.breakEven.accrued.crossings
    expect(first!.months).toBeCloseTo(2 + 280 / 485, 12)
    expect(second!.months).toBeCloseTo(11.2, 12)
    expect(contentsOf(folder)).toEqual(before)
  })

  it('reads a book of an older version without bringing it to a newer one', () => {
    const folder = ownFolder()
    const path = join(folder, 'old.offtake')
    copyFileSync(join(root, 'test/fixtures/book-v1.offtake'), path)
    const before = contentsOf(folder)
    const { status, stdout } = asked('evaluate', path)
    expect(status).toBe(0)
    expect(stdout).toContain('Colossus second lease, in USD')
    expect(contentsOf(folder)).toEqual(before)
  })

  it.each([
    [
      'a share over one',
      { ...example, charges: [{ ramp: [{ ...example.charges[0]!.ramp[0], share: 1.5 }] }] },
      /charges\[0\]\.ramp\[0\]\.share: this lies above 1/,
    ],
    [
      'an end before its start',
      { ...example, end: '2026-01-01' },
      /end: The term would end on 31 Dec 2025, before its start/,
    ],
    ['a missing start', { end: '2027-01-01' }, /start: this is missing/],
    [
      'a date that is none',
      { ...example, start: 'May 2026' },
      /start: a date such as 2026-05-01 is wanted here\./,
    ],
    [
      'a day that is not in the calendar',
      { ...example, start: '2026-02-30' },
      /start: there is no such day in the calendar\./,
    ],
    ['a word nobody knows', { ...example, rabatt: 3 }, /there is no term “rabatt” here/],
    ['a text that is no JSON', '{"start": ', /“deal\.json” is not JSON: it ends before it is complete\./],
    [
      'a rate of seven decimals',
      { ...example, discountRate: 0.1234567 },
      /discountRate: more than six decimals/,
    ],
    [
      'a tranche that is not there',
      { ...example, charges: [{ tranche: 'nowhere' }] },
      /charges\[0\]\.tranche: there is no tranche with the id “nowhere”/,
    ],
  ])('refuses %s with a sentence that names the term, and exit code 1', (_, value, sentence) => {
    const { status, stdout, stderr } = asked('evaluate', written(value))
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('ends with code 1 and writes nothing but the sentence', () => {
    const answer = offtake('evaluate', written({ start: '2027-01-01' }))
    expect(answer).toEqual({ status: 1, stdout: '', stderr: '“deal.json”, end: this is missing.\n' })
  })

  it('says what is wrong with what was asked', () => {
    expect(asked('evaluate', exampleFile, '--as-of', '2026-02-30')).toMatchObject({
      status: 1,
      stderr: '--as-of: “2026-02-30” is not a date of the calendar. Write it as 2026-11-20.\n',
    })
    expect(asked('evaluate', 'nowhere.json')).toMatchObject({
      status: 1,
      stderr: 'There is no file “nowhere.json” any more.\n',
    })
    expect(asked('evaluate', exampleFile, '--deal', 'Other').stderr).toBe(
      '--deal: the deal in “exampleDeal.json” is “Colossus lease”, not “Other”.\n',
    )
    expect(asked('evalute')).toMatchObject({ status: 1, stderr: expect.stringContaining('Usage:') as string })
    expect(asked('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage:') as string })
  })
})

describe('offtake export', () => {
  it('prints a deal of a book as JSON that evaluates to the same', () => {
    const folder = ownFolder()
    const book = sampleIn(folder)
    const { status, stdout } = asked('export', book, '--deal', 'Colossus second lease')
    expect(status).toBe(0)
    const again = asked('evaluate', written(stdout), '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({ deals: [{ totalContractValue: 30_360_000_000_00 }] })
  })

  it('asks which, where a book has several', () => {
    const { status, stderr } = asked('export', sampleIn(ownFolder()))
    expect(status).toBe(1)
    expect(stderr).toMatch(/^--deal: say which deal, one of “Colossus lease”/)
  })
})

describe('a whole book as JSON', () => {
  it('is printed, and evaluates to the same as the book’s own file', () => {
    const book = sampleIn(ownFolder())
    const { status, stdout } = asked('export', book, '--book')
    expect(status).toBe(0)
    const again = written(stdout)
    expect(asked('export', again, '--book').stdout).toBe(stdout)
    const figures = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as { deals: object[] }).deals
    expect(figures(asked('evaluate', again, '--json'))).toEqual(figures(asked('evaluate', book, '--json')))
    expect(asked('evaluate', again, '--deal', 'Longer ramp, +2 %').stdout).toContain('$45,645,000,000.00')
  })

  it('is refused with the place in it, and a deal is no book', () => {
    const { stderr } = asked(
      'evaluate',
      written({ offtake: 'book', name: 'A', asOf: '2027-01-01', deals: [{}] }),
    )
    expect(stderr).toBe('“deal.json”, deals[0].start: this is missing (and 1 more: deals[0].end).\n')
    expect(asked('export', exampleFile, '--book').stderr).toBe(
      '--book: “exampleDeal.json” is one deal, not a book.\n',
    )
  })
})

describe('offtake schema', () => {
  it('is the JSON Schema that the documented example follows', () => {
    const { status, stdout } = asked('schema')
    expect(status).toBe(0)
    const schema = JSON.parse(stdout) as {
      properties: Record<string, unknown>
      required: string[]
      additionalProperties: boolean
    }
    expect(schema.required).toEqual(['start', 'end'])
    expect(schema.additionalProperties).toBe(false)
    for (const key of Object.keys(JSON.parse(readFileSync(exampleFile, 'utf8')) as object))
      expect(Object.keys(schema.properties)).toContain(key)
    expect(schema.properties).toHaveProperty('evidence')
  })

  it('of a book has its settings, and the deals with their places', () => {
    const { status, stdout } = asked('schema', '--book')
    expect(status).toBe(0)
    const schema = JSON.parse(stdout) as {
      properties: { deals: { items: { properties: object; required: string[] } } }
      required: string[]
    }
    expect(schema.required.toSorted()).toEqual(['asOf', 'deals', 'name', 'offtake'])
    expect(schema.properties.deals.items.required).toEqual(['start', 'end'])
    expect(Object.keys(schema.properties.deals.items.properties)).toEqual(
      expect.arrayContaining(['shown', 'baseline', 'evidence', 'charges']),
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/command.ts'
import { compare } from '../../shared/engine/compare.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { figureTable } from '../../shared/tables/figures.ts'
import { figuresText } from '../../shared/tables/figuresText.ts'
import { colossus, edited, longerRamp, oneDeal, sample, secondLease } from '../golden/sampleDeals.ts'

const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'billions' }
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-')

function table(book: Book) {
  return figureTable({ ...compare(book), style })
}

function cell(book: Book, figure: string, dealId: string) {
  const index = compare(book).columns.findIndex(({ terms }) => terms.deal.id === dealId)
  const found = table(book).find((row) => row.id === figure)?.cells[index]
  if (!found) throw new Error(`There is no ${figure} of ${dealId}.`)
  const { text, detail, change, isWord = false } = found
  return { text: plain(text), detail: plain(detail), change: plain(change?.text), tone: change?.tone, isWord }
}

const copyOf = (from: string): Command => ({ type: 'deal.duplicate', from, dealId: 'copy', name: 'Copy' })
const copy = copyOf(colossus)

describe('the table of figures', () => {
  it('has every figure once, with a label and a convention', () => {
    const rows = table(sample())
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
    for (const { label, convention } of rows) expect([label, convention]).not.toContain('')
  })

  it('leaves no cell blank, whatever a deal does not say', () => {
    const sparse = edited(oneDeal('2030-01-01', '2030-01-02', 0), copyOf('deal'))
    for (const book of [
      sample(),
      sparse,
      edited(sparse, { type: 'settings.set', changes: { baselineId: null } }),
    ])
      for (const { cells } of table(book))
        for (const { text, detail = '-' } of cells) {
          expect(text).toMatch(/\S/)
          expect(detail).toMatch(/\S/)
          expect(text + detail).not.toMatch(/NaN|undefined|null|Infinity/)
        }
  })

  it('shows a replacement gap as days and GPU-months first, and never as a gain without words', () => {
    const withGap = (changes: object) =>
      cell(
        sample({ type: 'deal.set', dealId: colossus, changes: { replacementMonths: 24, ...changes } }),
        'noticeCoverGap',
        colossus,
      )
    // 220,000 GPUs from 18 February 2027 to 20 November 2028: 11/28 + 20 + 19/30 months.
    const text = '641 days, 4,625,762 GPU-months'
    expect(withGap({})).toMatchObject({ text, detail: 'no interim price', change: undefined })
    // 220,000 x 641 x 24 hours at $2.95 are 9.984 billion; fees of 1.25 billion for those months are 26.283 billion.
    expect(withGap({ replacementPrice: 2_950_000 })).toMatchObject({
      text,
      detail: 'interim capacity costs $16.299 B less than the contract',
    })
    // Half of it at $9.00: 15.230 billion less 13.141 billion; the other half is without cover.
    expect(withGap({ replacementPrice: 9_000_000, replacementGpus: 110_000 })).toMatchObject({
      text,
      detail: 'interim capacity costs $2.089 B more than the contract; 2,312,881 GPU-months without cover',
    })
    expect(withGap({ replacementMonths: 3 })).toMatchObject({ text: '2 days, 15,714 GPU-months' })
    expect(withGap({ replacementMonths: 2 })).toMatchObject({ text: 'none', isWord: true })
  })

  it('has no columns for a book without deals', () => {
    expect(table(emptyBook('Empty', 'USD', '2026-11-20')).every((row) => row.cells.length === 0)).toBe(true)
  })

  it('is copied as numbers and words, a deal a column, with no name a spreadsheet would take for a formula', () => {
    const book = sample({ type: 'deal.set', dealId: longerRamp, changes: { name: '=Longer' } })
    const lines = figuresText({ ...compare(book), style }).split('\n')
    expect(lines[0]).toBe(
      "Figure (amounts in USD)\tConvention\tColossus lease\tColossus second lease\t'=Longer",
    )
    // 37 months at 1.25 billion less half of two, 33 at 920 million, 37 at 1.275 billion less 40 % of three.
    expect(plain(lines[1])).toBe(
      'Total contract value\tstated term, undiscounted\t45000000000\t30360000000\t45645000000',
    )
    expect(lines).toHaveLength(1 + table(book).length)
  })

  it('copies each figure as a number with the decimal sign of the place, or as its words', () => {
    const book = sample()
    const german = { ...style, locale: 'de-DE' }
    const lines = figuresText({ ...compare(book), style: german }).split('\n')
    const row = (label: string) =>
      lines
        .find((line) => line.startsWith(`${label}\t`))!
        .split('\t')
        .slice(2)
    // 1.25 billion a month for 300 MW, at the full fee: 4,166,666.67 a MW-month, shown without cents.
    expect(row('Price per MW-month')[0]).toBe('4166667')
    // 1.25 billion for 220,000 GPUs and 730 hours: 7.7833; with 8,760 hours a year 7.78.
    expect(row('Price per GPU-hour')[0]).toBe('7,78')
    expect(row('Last day served')[0]).toBe('17 Feb 2027')
    expect(row('Break-even, accrued')).toEqual(['baseline', 'never', expect.stringMatching(/^month /)])
    // No symbol, unit or group is left anywhere.
    for (const line of lines.slice(1))
      for (const cell of line.split('\t').slice(2)) expect(cell).not.toMatch(/\$|\d\s?[BMk]\b/)
  })

  it('copies a rate as a percentage', () => {
    const source = { ...compare(sample()), style }
    const index = source.columns.findIndex(({ terms }) => terms.deal.id === secondLease)
    const line = figuresText(source)
      .split('\n')
      .find((each) => each.startsWith('IRR'))!
    expect(line.split('\t')[2 + index]).toMatch(/^-\d+\.\d+%$/)
  })

  it('begins with the baseline, wherever it stands', () => {
    const book = sample({ type: 'settings.set', changes: { baselineId: secondLease } })
    expect(compare(book).columns.map(({ terms }) => terms.deal.id)).toEqual([
      secondLease,
      colossus,
      longerRamp,
    ])
  })

  it('leaves out what is hidden', () => {
    const book = sample({ type: 'deal.set', dealId: secondLease, changes: { shown: false } })
    expect(compare(book).columns.map(({ terms }) => terms.deal.id)).toEqual([colossus, longerRamp])
  })
})

describe('a figure', () => {
  it('shows its change against the baseline: a higher cost is worse', () => {
    expect(cell(sample(), 'totalContractValue', longerRamp)).toEqual({
      text: '$45.645 B',
      detail: '37 months',
      // 0.645 / 45 = 1.43 %.
      change: '+$0.645 B (+1.4 %)',
      tone: 'worse',
      isWord: false,
    })
  })

  it('shows more savings as better', () => {
    // 1.53 - 1.25; 0.28 / 1.25 = 22.4 %.
    const { change, tone } = cell(sample(), 'rampSavings', longerRamp)
    expect([change, tone]).toEqual(['+$0.280 B (+22.4 %)', 'better'])
  })

  it('shows a change of what is neither better nor worse without a judgement, for both parties', () => {
    for (const perspective of ['buyer', 'provider'] as const) {
      const book = sample(
        { type: 'settings.set', changes: { perspective } },
        { type: 'deal.set', dealId: longerRamp, changes: { serviceCredits: 10_000 } },
      )
      for (const figure of ['atRisk', 'straightLine', 'serviceCredits']) {
        const { change, tone } = cell(book, figure, longerRamp)
        expect([figure, change, tone]).toEqual([figure, expect.stringMatching(/^[+-]\$/), 'neutral'])
      }
    }
  })

  it('has no change in the baseline itself, and none where nothing changed', () => {
    expect(cell(sample(), 'totalContractValue', colossus).change).toBeUndefined()
    const { change, tone } = cell(sample(copy), 'totalContractValue', 'copy')
    expect([change, tone]).toEqual(['no change', 'neutral'])
    expect(cell(sample(copy), 'pricePerGpuHour', 'copy').change).toBe('no change')
  })

  it('has a change without a percentage where the baseline has none', () => {
    const free = sample({ type: 'ramp.set', chargeId: `${colossus}/fee`, steps: [] })
    expect(cell(free, 'rampSavings', longerRamp).change).toBe('+$1.530 B')
  })
})

describe('a word stands where there is no number', () => {
  it('never, with who is cheaper', () => {
    const book = sample(copy, {
      type: 'charge.set',
      chargeId: 'copy/fee',
      changes: { monthlyFee: 1_300_000_000_00 },
    })
    const { text, detail, isWord } = cell(book, 'breakEvenAccrued', 'copy')
    expect([text, detail, isWord]).toEqual(['never', 'Colossus lease is cheaper throughout', true])
  })

  it('costs the same throughout, for an unchanged copy', () => {
    expect(cell(sample(copy), 'breakEvenAccrued', 'copy').text).toBe('costs the same throughout')
    expect(cell(sample(copy), 'breakEvenPaid', 'copy').text).toBe('costs the same throughout')
  })

  it('baseline, for its own break-even', () => {
    expect(cell(sample(), 'breakEvenAccrued', colossus)).toMatchObject({ text: 'baseline', isWord: true })
  })

  it('no baseline, where there is none', () => {
    const book = sample({ type: 'settings.set', changes: { baselineId: null } })
    expect(cell(book, 'breakEvenAccrued', colossus)).toMatchObject({ text: 'no baseline', isWord: true })
    expect(cell(book, 'rampSavingsOnBaseline', colossus)).toMatchObject({ text: 'no baseline', isWord: true })
  })

  it('not stated, for what a deal does not say', () => {
    expect(cell(sample(), 'pricePerMegawattMonth', secondLease)).toMatchObject({
      text: 'MW not stated',
      isWord: true,
    })
    const unsigned = sample({ type: 'deal.set', dealId: colossus, changes: { signed: null } })
    expect(cell(unsigned, 'commitmentAtSigning', colossus)).toMatchObject({
      text: 'signing date not stated',
      isWord: true,
    })
  })
})

describe('the break-even of the third deal in words', () => {
  it('lists both crossings and dates the last', () => {
    // 2 + 0.28/0.485 = 2.5773...; 3 + 0.205/0.025 = 11.2.
    expect(cell(sample(), 'breakEvenAccrued', longerRamp)).toMatchObject({
      text: 'month 2.577, then 11.200',
      detail: 'from 7 Apr 2027 (by month 12) Colossus lease is cheaper',
    })
    expect(cell(sample(), 'breakEvenPaid', longerRamp)).toMatchObject({ text: 'month 2.000, then 11.000' })
  })
})

describe('the commitment of the first lease in words', () => {
  it('names the last day served and the reading it rests on', () => {
    expect(cell(sample(), 'committed', colossus).text).toBe('$3.717 B')
    expect(cell(sample(), 'lastDayServed', colossus).text).toBe('17 Feb 2027')
    expect(cell(sample(), 'lockOutReading', colossus)).toMatchObject({
      text: 'bars giving notice',
      detail: 'through 31 Jul 2026',
    })
    // 37.958 - 3.717 = 34.241.
    expect(cell(sample(), 'atRisk', colossus)).toMatchObject({
      text: '$34.241 B',
      detail: 'of $37.958 B remaining',
    })
  })

  it('says that a notice waits for the lock-out, or is overtaken by the end', () => {
    const on = (asOf: string) => sample({ type: 'settings.set', changes: { asOf } })
    expect(cell(on('2026-06-15'), 'lastDayServed', colossus).detail).toBe('notice 1 Aug 2026 at the earliest')
    expect(cell(on('2029-03-15'), 'lastDayServed', colossus).detail).toBe('the term ends first')
    expect(cell(on('2029-06-01'), 'lastDayServed', colossus).detail).toBe('the term is over')
  })

  it('says that there is no right to leave', () => {
    const bound = sample({ type: 'right.set', rightId: `${colossus}/provider`, changes: { allowed: false } })
    expect(cell(bound, 'assuredThrough', colossus)).toMatchObject({
      text: '31 May 2029',
      detail: 'the provider has no right to leave',
    })
  })
})

describe('a present value', () => {
  it('says its convention beside it', () => {
    const row = table(sample()).find(({ id }) => id === 'presentValue')
    expect(row?.convention).toBe('effective, by months; fees in advance; valued 1 May 2026')
    expect(cell(sample(), 'presentValue', colossus)).toMatchObject({
      text: '$38.988 B',
      detail: 'at 10 % a year',
    })
  })

  it('is valued at the same date in all columns', () => {
    // The earliest start: hiding the deals of May 2026 moves it to October.
    const book = sample(
      { type: 'settings.set', changes: { baselineId: secondLease } },
      { type: 'deal.set', dealId: colossus, changes: { shown: false } },
      { type: 'deal.set', dealId: longerRamp, changes: { shown: false } },
    )
    expect(table(book).find(({ id }) => id === 'presentValue')?.convention).toMatch(/valued 1 Oct 2026$/)
  })
})

import { describe, expect, it } from 'vitest'
import { apply } from '../../shared/commands/apply.ts'
import { importOf } from '../../shared/commands/importDeals.ts'
import { bookDocumentOf, readBookDocument } from '../../shared/document/bookDocument.ts'
import { documentOf } from '../../shared/document/documentOf.ts'
import { readJson, writeJson } from '../../shared/document/json.ts'
import { beginsAsDocument, isLikeBook, isLikeDeals } from '../../shared/document/kind.ts'
import { readDeal } from '../../shared/document/readDeal.ts'
import { readDeals } from '../../shared/document/readDeals.ts'
import { compare } from '../../shared/engine/compare.ts'
import { advance, emptyHistory } from '../../shared/history/advance.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { limits } from '../../shared/schema/limits.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import { colossus, edited, longerRamp, secondLease } from '../golden/sampleDeals.ts'

const deal = { start: '2027-01-01', end: '2028-01-01' }
const flat = (charge: object) => ({ ...deal, charges: [charge] })
const from = (start: string, until: string) => ({ from: start, until })

const dealsRefused = (json: unknown, book = emptyBook('Test', 'USD', '2027-01-01')) => {
  const read = readDeals(json, book, '“offer.json”')
  return read.ok ? null : read.error
}

describe('a deal’s document is refused in one sentence that names the document and the place', () => {
  it.each([
    ['deal', 7, 'an object is wanted here.'],
    ['deal', { ...deal, rabatt: 3 }, 'there is no term “rabatt” here.'],
    ['end', JSON.parse('{"start":"2027-01-01","__proto__":{}}'), 'this is missing (and 1 more: deal).'],
    ['end', { start: '2027-01-01' }, 'this is missing.'],
    ['name', { ...deal, name: 'a\ud800' }, 'this holds half a character (an unpaired surrogate).'],
    ['charges[0].monthlyFee', flat({ monthlyFee: '12' }), 'a number is wanted here.'],
    ['charges[0].monthlyFee', flat({ monthlyFee: -1 }), 'this lies below 0, the least that is possible.'],
    ['charges[0].monthlyFee', flat({ monthlyFee: 0.5 }), 'a whole number is wanted here.'],
    [
      'charges[0].ramp',
      flat({ ramp: [from('2027-01-01', '2027-01-01')].map((s) => ({ ...s, basis: 'proRata' })) }),
      'A ramp step from 1 Jan 2027 cannot end before it, on 31 Dec 2026.',
    ],
    [
      'charges[1].basis',
      { ...deal, charges: [{}, { basis: 'perGpu', unitPrice: 1 }] },
      '“Charge 2” is priced by GPUs, and “Capacity” does not state its GPUs. State it first.',
    ],
    [
      'tranches[1].from',
      { ...deal, tranches: [{}, { from: '2030-01-01' }] },
      '“Tranche 2” lies outside the term, 1 Jan 2027 to 31 Dec 2027.',
    ],
    [
      'tranches[0].delivery',
      { ...deal, tranches: [{ delivery: [{ ...from('2027-01-01', '2027-02-01'), gpus: 5 }] }] },
      'A delivery step counts 5 GPUs, more than “Capacity” has (none stated).',
    ],
    [
      'rights.buyer.feeByDate',
      { ...deal, rights: { buyer: { feeByDate: [{ ...from('2026-01-01', '2026-02-01'), amount: 1 }] } } },
      'The termination fee step 1 Jan 2026 to 31 Jan 2026 lies outside the term, 1 Jan 2027 to 31 Dec 2027.',
    ],
    [
      'evidence[0].term',
      { ...deal, evidence: [{ term: 'montlyFee', confidence: 'stated' }] },
      'there is no term “montlyFee” in a term sheet.',
    ],
    [
      'evidence[1].confidence',
      { ...deal, evidence: [{ term: 'name', confidence: 'stated' }, { term: 'name' }] },
      'choose one of stated, reported, assumed, proposed.',
    ],
    [
      'currency',
      { ...deal, currency: 'EUR' },
      'the deal is in EUR and this book in USD, and amounts are not converted.',
    ],
    [
      'charges',
      { ...deal, charges: Array.from({ length: 1001 }, () => 0) },
      'at most 1000 entries are possible here.',
    ],
    ['notes', { ...deal, notes: 'x'.repeat(4001) }, 'at most 4000 characters are possible here.'],
  ])('%s: %j', (place, document, sentence) => {
    expect(dealsRefused(document)).toBe(`“offer.json”, ${place}: ${sentence}`)
    expect(dealsRefused([deal, document])).toContain(
      place === 'deal' ? '“offer.json”, [1]: ' : `“offer.json”, [1].${place}: `,
    )
  })

  it('however many places are wrong, and whatever they are called', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`key\n${i}${'x'.repeat(99)}`, i]))
    const sentence = dealsRefused({
      ...many,
      charges: [{ netDays: 'a' }, { netDays: 'b' }, { netDays: 'c' }],
    })!
    expect(sentence).toMatch(/^“offer\.json”, .*\.$/)
    expect(sentence).not.toContain('\n')
    expect(sentence.length).toBeLessThan(400)
    expect(sentence).toContain(' more: ')
  })

  it('with more values than any deal has', () => {
    const wide = Array.from({ length: 1000 }, () => Array.from({ length: 60 }, () => 0))
    expect(dealsRefused({ ...deal, charges: wide })).toBe(
      '“offer.json”, deal: at most 50000 values are possible in a deal.',
    )
  })

  it('where there is no deal, or no room for so many', () => {
    expect(dealsRefused([])).toBe('“offer.json” holds no deal.')
    expect(dealsRefused(Array.from({ length: limits.deals + 1 }, () => deal))).toBe(
      '“offer.json” holds 10001 deals, and there is room for 10000 more in this book, which holds at most 10000.',
    )
  })
})

describe('a deal’s sources', () => {
  const sourced = (evidence: object) => {
    const terms = readDeal({ ...deal, name: 'A', evidence: [evidence] })
    if (!terms.ok) throw new Error(terms.error[0]!.message)
    return evidenceOf(terms.value, 'name')!
  }

  it('support what their terms say where nothing else is said, and nothing where null is', () => {
    const named = { term: 'name', confidence: 'stated' }
    expect(sourced(named)).toMatchObject({
      differs: false,
      entry: { supports: '"A"', source: '', dated: null },
    })
    expect(sourced({ ...named, supports: null }).differs).toBe(true)
    expect(sourced({ ...named, supports: '"B"' }).differs).toBe(true)
  })

  it('may speak of a tranche by the id the document gives it', () => {
    const document = {
      ...deal,
      tranches: [{ id: 'north' }, { id: 'south' }],
      charges: [{ tranche: 'south' }],
      evidence: [
        {
          term: 'charge-tranche',
          confidence: 'stated' as const,
          supports: '"south"',
          alternativeValue: '"north"',
        },
      ],
    }
    const book = emptyBook('Test', 'USD', '2027-01-01')
    const imported = edited(
      book,
      importOf(book, [document], () => 'new'),
    )
    const terms = dealTerms(imported, 'new')
    expect(evidenceOf(terms, 'charge-tranche')!.differs).toBe(false)
    const switched = edited(imported, { type: 'evidence.switch', evidenceId: 'new/evidence-1' })
    expect(switched.charges['new/fee']!.trancheId).toBe('new/capacity')
    const copied = edited(imported, { type: 'deal.duplicate', from: 'new', dealId: 'copy', name: 'Copy' })
    expect(evidenceOf(dealTerms(copied, 'copy'), 'charge-tranche')!.differs).toBe(false)
  })
})

describe('the sample', () => {
  it('is the same book when its document is read, figures and sources too', () => {
    const book = sampleBook()
    const text = writeJson(bookDocumentOf(book))
    const read = readBookDocument(JSON.parse(text), '“sample.json”')
    if (!read.ok) throw new Error(read.error)
    expect(writeJson(bookDocumentOf(read.value))).toBe(text)
    expect(settingsOf(read.value).baselineId).toBe('deal-1')
    expect(Object.keys(read.value.evidence)).toHaveLength(Object.keys(book.evidence).length)
    const totals = ({ columns }: ReturnType<typeof compare>) =>
      columns.map(({ totalContractValue }) => totalContractValue)
    expect(totals(compare(read.value))).toEqual(totals(compare(book)))
    expect(
      text.startsWith('{\n  "offtake": "book",\n  "name": "Colossus options",\n  "currency": "USD",'),
    ).toBe(true)
  })
})

describe('a book’s document', () => {
  const book = { offtake: 'book', name: 'Test', asOf: '2027-01-01' }
  const shown = { ...deal, shown: true }
  const refused = (json: unknown) => {
    const read = readBookDocument(json, '“b.json”')
    return read.ok ? null : read.error
  }

  it.each([
    ['book', null, 'an object is wanted here.'],
    ['offtake', { ...book, offtake: 'deal', deals: [] }, 'choose one of book.'],
    ['name', { ...book, name: undefined, deals: [] }, 'this is missing.'],
    ['deals', book, 'this is missing.'],
    ['book', { ...book, deals: [], colour: 1 }, 'there is no term “colour” here.'],
    ['deals[1]', { ...book, deals: [deal, 7] }, 'an object is wanted here.'],
    ['deals[1]', { ...book, deals: [deal, { ...deal, colour: 1 }] }, 'there is no term “colour” here.'],
    ['deals[1].end', { ...book, deals: [deal, { start: '2027-01-01' }] }, 'this is missing.'],
    ['deals[0].shown', { ...book, deals: [{ ...deal, shown: 1 }] }, 'true or false is wanted here.'],
    [
      'deals[0].currency',
      { ...book, deals: [{ ...deal, currency: 'EUR' }] },
      'the deal is in EUR and the book in USD.',
    ],
    [
      'deals[1].baseline',
      {
        ...book,
        deals: [
          { ...deal, baseline: true },
          { ...deal, baseline: true },
        ],
      },
      'another deal is the baseline already.',
    ],
    [
      'deals[0].shown',
      { ...book, deals: [{ ...deal, baseline: true, shown: false }] },
      'the baseline is always shown.',
    ],
    [
      'deals[8].shown',
      { ...book, deals: Array.from({ length: 9 }, () => shown) },
      '8 deals fit side by side, and so many are shown already.',
    ],
    [
      'deals[0].charges[0].ramp',
      { ...book, deals: [flat({ ramp: [{ ...from('2026-01-01', '2026-02-01'), basis: 'proRata' }] })] },
      'The ramp step 1 Jan 2026 to 31 Jan 2026 lies outside the term, 1 Jan 2027 to 31 Dec 2027.',
    ],
    [
      'deals',
      { ...book, deals: Array.from({ length: limits.deals + 1 }, () => 0) },
      'at most 10000 entries are possible here.',
    ],
  ])('is refused with its place: %s', (place, json, sentence) => {
    expect(refused(json)).toBe(`“b.json”, ${place}: ${sentence}`)
  })

  it('shows the first eight deals, in its currency, where it does not say', () => {
    const deals = Array.from({ length: 10 }, () => deal)
    const read = readBookDocument({ ...book, currency: 'JPY', deals }, '“b.json”')
    if (!read.ok) throw new Error(read.error)
    expect(dealsInOrder(read.value).map((each) => each.shown)).toEqual(deals.map((_, i) => i < 8))
    expect(dealTerms(read.value, 'deal-1').digits).toBe(0)
    expect(settingsOf(read.value).baselineId).toBeNull()
  })
})

describe('importing deals', () => {
  const documents = [colossus, secondLease].map((id) => documentOf(dealTerms(sampleBook(), id), 'USD'))
  const ids = () => {
    let number = 0
    return () => `new-${(number += 1)}`
  }
  const at = '2027-01-01T09:00:00Z'

  it('is one step with a name, and one undo', () => {
    const book = sampleBook()
    const one = advance(
      { book, history: emptyHistory },
      { type: 'do', command: importOf(book, documents.slice(0, 1), ids()), at },
    )
    if (!one.ok) throw new Error(one.error.message)
    expect(one.value.history.steps.map(({ label }) => label)).toEqual(['Import Colossus lease 2'])
    const two = advance(one.value, {
      type: 'do',
      command: importOf(one.value.book, documents, () => crypto.randomUUID()),
      at,
    })
    if (!two.ok) throw new Error(two.error.message)
    expect(two.value.history.steps.at(-1)!.label).toBe('Import 2 deals')
    expect(
      dealsInOrder(two.value.book)
        .map(({ name }) => name)
        .slice(3),
    ).toEqual(['Colossus lease 2', 'Colossus lease 3', 'Colossus second lease 2'])
    const undone = advance(two.value, { type: 'undo' })
    expect(undone.ok && undone.value.book).toEqual(one.value.book)
  })

  it('keeps sources as they are, and makes the first deal of an empty book its baseline', () => {
    const empty = emptyBook('Test', 'USD', '2027-01-01')
    const book = edited(empty, importOf(empty, documents, ids()))
    expect(settingsOf(book).baselineId).toBe('new-1')
    expect(dealTerms(book, 'new-1').evidence.map(({ inherited }) => inherited)).not.toContain(true)
    expect(dealTerms(book, 'new-2').evidence).toHaveLength(
      dealTerms(sampleBook(), secondLease).evidence.length,
    )
  })

  it('shows what fits beside the others', () => {
    const book = sampleBook()
    const many = Array.from({ length: 7 }, () => documents[0]!)
    const next = edited(book, importOf(book, many, ids()))
    expect(dealsInOrder(next).map((each) => each.shown)).toEqual([...Array(8).fill(true), false, false])
  })

  it.each([
    [
      'in another currency',
      { ...documents[0]!, currency: 'EUR' },
      '“Colossus lease 2” is in EUR and this book in USD, and amounts are not converted.',
    ],
    [
      'that contradict themselves',
      { ...documents[0]!, signed: '2049-01-01' },
      '“Colossus lease 2”, signed: The signing date, 1 Jan 2049, would come after the last day of service.',
    ],
  ])('refuses deals %s', (_, document, sentence) => {
    const book = sampleBook()
    expect(apply(book, importOf(book, [document], ids()))).toMatchObject({
      ok: false,
      error: { message: sentence },
    })
  })

  it('refuses an id twice', () => {
    const book = sampleBook()
    for (const command of [
      importOf(book, documents, () => 'new'),
      importOf(book, documents, () => longerRamp),
    ])
      expect(apply(book, command)).toMatchObject({
        ok: false,
        error: { message: 'That deal is already in the book.' },
      })
  })
})

describe('a JSON text', () => {
  it.each([
    ['', 'is not JSON: it ends before it is complete.'],
    ['{"start": "2027-01-01",\n  "end" "2028-01-01"}', 'is not JSON: line 2, column 9 cannot be read.'],
    ['[1, tru]', 'is not JSON: line 1, column 5 cannot be read.'],
    ['["\\x"]', 'is not JSON: line 1, column 3 cannot be read.'],
    ['[1] 2', 'is not JSON: line 1, column 5 cannot be read.'],
    ['["abc', 'is not JSON: it ends before it is complete.'],
    ['{"start": ', 'is not JSON: it ends before it is complete.'],
    ['\u0000', 'is not JSON: line 1, column 1 cannot be read.'],
    ['['.repeat(1_000_000), 'is nested deeper than any deal or book is.'],
    [`{"a":1${',"a":1'.repeat(1000)}}`, 'has an object of more than 1000 names, which no deal has.'],
    [`[${'0,'.repeat(3_000_001)}`, 'holds more than 3000000 values, the most that are read.'],
  ])('that is none is refused with its place: %#', (text, sentence) => {
    expect(readJson(text)).toEqual({ ok: false, error: sentence })
  })

  it('keeps brackets and commas inside texts', () => {
    const value = { a: '[[[{,"\\'.repeat(100), b: ['\\', '"'] }
    expect(readJson(JSON.stringify(value))).toEqual({ ok: true, value })
  })

  it('is known as a deal, a list of deals or a book by the terms it names', () => {
    expect([{ start: 1 }, [{ charges: [] }], {}, [1], 'start', null, 5].map(isLikeDeals)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    expect([{ offtake: 'book' }, { name: 'a' }, null].map(isLikeBook)).toEqual([true, false, false])
    expect(
      ['{"start": "2027', '[ { "charges": [', '{start}', '{"a": 1', '1.25B'].map(beginsAsDocument),
    ).toEqual([true, true, false, false, false])
  })
})

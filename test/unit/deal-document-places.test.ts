import { describe, expect, it } from 'vitest'
import { importOf } from '../../shared/commands/importDeals.ts'
import { bookDocumentOf, readBookDocument } from '../../shared/document/bookDocument.ts'
import { writeJson } from '../../shared/document/json.ts'
import { readDeal } from '../../shared/document/readDeal.ts'
import { readDeals } from '../../shared/document/readDeals.ts'
import { compare } from '../../shared/engine/compare.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { emptyBook } from '../../shared/schema/emptyBook.ts'
import { limits } from '../../shared/schema/limits.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import { edited } from '../golden/sampleDeals.ts'

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

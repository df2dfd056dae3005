import { describe, expect, it } from 'vitest'
import { apply } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/command.ts'
import { type CellWrite, writeCells } from '../../shared/commands/writeCells.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { copiedCell, enterCopied, enterNothing, textCell } from '../../shared/terms/copying.ts'
import { colossus, longerRamp, refusal, sample, secondLease } from '../golden/sampleDeals.ts'

const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'billions' }

const typed = (dealId: string, termId: string, text: string): CellWrite => ({
  dealId,
  termId,
  enter: (terms) => enterCopied(termById(termId), terms, textCell(text), style),
})

/** What cells say once texts are written into them, and why some do not take theirs. */
function written(...cells: readonly (readonly [string, string, string])[]) {
  const book = sample()
  const { commands, refused } = writeCells(
    book,
    cells.map((cell) => typed(...cell)),
  )
  const next = apply(book, { type: 'batch', action: 'paste', commands })
  if (!next.ok) throw new Error(next.error.message)
  return {
    shown: cells.map(([dealId, termId]) =>
      termById(termId).show(dealTerms(next.value, dealId), style).replaceAll('\u00a0', ' '),
    ),
    refused: refused.map(({ write, problem }) => [write.termId, problem]),
    commands,
  }
}

describe('cells that are written together', () => {
  it('are written though one waits for another below it', () => {
    // The second lease ends in June 2029: a start in 2030 needs the end that comes after it.
    expect(
      written(
        [secondLease, 'start', '2030-01-01'],
        [secondLease, 'end', '2031-12-31'],
        [colossus, 'escalator-firstOn', '2027-06-01'],
        [colossus, 'escalator', '3%'],
      ),
    ).toMatchObject({
      shown: ['1 Jan 2030', '31 Dec 2031', '1 Jun 2027', '3 %'],
      refused: [],
    })
  })

  it('take what is right and refuse the rest, each with its sentence', () => {
    const { shown, refused } = written(
      [colossus, 'monthlyFee', '1,250,000,001.00'],
      [secondLease, 'monthlyFee', 'much'],
      [colossus, 'end', '2026-01-01'],
      [longerRamp, 'start', '05/01/2026'],
    )
    expect(shown[0]).toBe('$1,250,000,001.00')
    expect(refused.map(([term]) => term)).toEqual(['monthlyFee', 'end', 'start'])
    expect(refused[2]![1]).toContain('could be')
  })

  it('that say what they said are no edit', () => {
    expect(
      written([colossus, 'monthlyFee', '$1,250,000,000.00'], [colossus, 'gpus', '221000']).commands,
    ).toHaveLength(1)
  })
})

describe('a batch of commands', () => {
  const fee = (deal: string, monthlyFee: number) =>
    ({ type: 'charge.set', chargeId: `${deal}/fee`, changes: { monthlyFee } }) as const
  const batch = (...commands: (Command & { type: 'batch' })['commands']): Command => ({
    type: 'batch',
    action: 'paste',
    commands,
  })

  it('is applied in order, all of it', () => {
    const book = sample(batch(fee(colossus, 1_00), fee(secondLease, 2_00), fee(colossus, 3_00)))
    expect([colossus, secondLease].map((id) => dealTerms(book, id).charges[0]!.charge.monthlyFee)).toEqual([
      3_00, 2_00,
    ])
  })

  it('is refused whole where one of it is', () => {
    expect(refusal(sample(), batch(fee(colossus, 1_00), fee('nobody', 2_00)))).toBe(
      'What this edit is about is no longer in the book.',
    )
  })
})

describe('a copied cell', () => {
  const termsOf = (book: ReturnType<typeof sample>, id: string) => dealTerms(book, id)
  const book = sample({ type: 'deal.set', dealId: colossus, changes: { tags: '=1+1', notes: "'tis" } })
  const text = (termId: string, dealId = colossus) =>
    copiedCell(termById(termId), termsOf(book, dealId), style).text

  it.each([
    ['monthlyFee', '1250000000'],
    ['gpus', '220000'],
    ['power', '300'],
    ['discountRate', '10%'],
    ['end', '2029-05-31'],
    ['buyer-notice', '90 days'],
    ['invoiced', 'in advance'],
    // Kept from being run by a spreadsheet.
    ['tags', "'=1+1"],
    ['notes', "'tis"],
    // The deal has no escalator: there is nothing to copy.
    ['escalator-kind', ''],
    ['escalator', ''],
  ])('of %s is %j to a spreadsheet', (termId, expected) => {
    expect(text(termId)).toBe(expected)
  })

  it('of a small table is that table in another deal it fits', () => {
    const ramp = termById('ramp')
    const copied = copiedCell(ramp, termsOf(book, longerRamp), style)
    const entered = enterCopied(ramp, termsOf(book, colossus), copied, style)
    if (!entered.ok || !entered.value) throw new Error('The ramp is refused.')
    const after = apply(book, entered.value)
    // 40 % off in May, June and July.
    expect(after.ok && dealTerms(after.value, colossus).charges[0]!.ramp).toMatchObject([
      { from: '2026-05-01', until: '2026-08-01', basis: 'percentOff', share: 400_000 },
    ])
    expect(enterCopied(termById('delivery'), termsOf(book, colossus), copied, style)).toMatchObject({
      ok: false,
    })
    expect(enterCopied(ramp, termsOf(book, colossus), textCell(copied.text), style)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('A small table is not pasted from text.'),
    })
  })

  it('of a small table that nobody of the catalogue wrote is refused', () => {
    const steps = { kind: 'ramp', value: '[{"from":"x"}]' } as const
    expect(
      enterCopied(termById('ramp'), termsOf(book, colossus), { ...textCell('x'), steps }, style),
    ).toEqual({
      ok: false,
      problem: 'What was copied is no table this cell can hold.',
    })
  })

  it('names the tranches of the deal it comes to by their places', () => {
    const advance = {
      label: 'Prepayment',
      kind: 'prepayment',
      trancheId: `${colossus}/capacity`,
      amount: 5_00,
      share: null,
      paidOn: null,
      creditFrom: 1,
      creditMonths: 12,
    } as const
    const term = termById('advances')
    const prepaid = sample({ type: 'advances.set', dealId: colossus, items: [advance] })
    const copied = copiedCell(term, dealTerms(prepaid, colossus), style)
    const own = { ...advance, trancheId: `${secondLease}/capacity` }
    expect(enterCopied(term, dealTerms(prepaid, secondLease), copied, style)).toEqual({
      ok: true,
      value: { type: 'advances.set', dealId: secondLease, items: [own] },
    })
  })
})

describe('a cell that is cleared', () => {
  const clear = (termId: string, dealId = colossus) =>
    enterNothing(termById(termId), dealTerms(sample(), dealId), style)

  it('says nothing where it may', () => {
    expect(clear('signed')).toMatchObject({ ok: true, value: { changes: { signed: null } } })
    expect(clear('ramp')).toMatchObject({ ok: true, value: { steps: [] } })
    expect(clear('buyer')).toMatchObject({ ok: true, value: { changes: { buyer: '' } } })
  })

  it('is left as it is where it must say something', () => {
    expect(clear('monthlyFee')).toEqual({ ok: false, problem: 'Monthly fee must say something.' })
    expect(clear('invoiced')).toEqual({ ok: false, problem: 'Invoices come must say something.' })
  })

  it('is no edit where it says nothing, or does not apply', () => {
    expect(clear('escalator')).toEqual({ ok: true, value: null })
    expect(clear('escalator-kind')).toEqual({ ok: true, value: null })
  })
})

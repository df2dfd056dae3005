import { describe, expect, it } from 'vitest'
import { apply } from '../../shared/commands/apply.ts'
import type { Command, EvidenceEntry } from '../../shared/commands/command.ts'
import { advance, emptyHistory } from '../../shared/history/advance.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import { colossus, edited, longerRamp, sample } from '../golden/sampleDeals.ts'

const entry: EvidenceEntry = {
  confidence: 'reported',
  source: 'A filing',
  quotation: 'about 325,000',
  dated: '2026-10-01',
  supports: '325000',
  alternative: 'over two sites',
  alternativeValue: '220000',
}
const put = (dealId: string, term: string): Command => ({ type: 'evidence.put', dealId, term, entry })
const markOf = (book: ReturnType<typeof sample>, dealId: string, term: string) =>
  evidenceOf(dealTerms(book, dealId), term)

describe('the source of a term', () => {
  it('takes the place of what was said before, and is no longer inherited', () => {
    expect(markOf(sample(), longerRamp, 'gpus')!.entry.inherited).toBe(true)
    const book = sample(put(longerRamp, 'gpus'))
    const { id, ...said } = markOf(book, longerRamp, 'gpus')!.entry
    expect(said).toEqual({ ...entry, dealId: longerRamp, term: 'gpus', inherited: false })
    expect(id).toBe(markOf(sample(), longerRamp, 'gpus')!.entry.id)
    // The deal says 220,000, its source now 325,000.
    expect(markOf(book, longerRamp, 'gpus')!.differs).toBe(true)
  })

  it('is one more where nothing was said, under an id of its own', () => {
    const before = sample({ type: 'charge.add', dealId: colossus, label: 'More' })
    const once = edited(before, put(colossus, 'charge-2-monthlyFee'))
    expect(markOf(before, colossus, 'charge-2-monthlyFee')).toBeNull()
    expect(markOf(once, colossus, 'charge-2-monthlyFee')!.entry.source).toBe('A filing')
    // A source moves up with its charge and keeps its id; the next one of that place gets another.
    const moved = edited(
      before,
      { type: 'charge.add', dealId: colossus, label: 'Third' },
      put(colossus, 'charge-3-monthlyFee'),
      { type: 'charge.remove', chargeId: dealTerms(before, colossus).charges[1]!.charge.id },
      { type: 'charge.add', dealId: colossus, label: 'Fourth' },
      put(colossus, 'charge-3-monthlyFee'),
    )
    const ids = ['charge-2-monthlyFee', 'charge-3-monthlyFee'].map(
      (term) => markOf(moved, colossus, term)!.entry.id,
    )
    expect(new Set(ids).size).toBe(2)
  })

  it('is refused for a term there is not, and for a deal there is not', () => {
    expect(apply(sample(), put(colossus, 'fee'))).toMatchObject({ ok: false })
    expect(apply(sample(), put('nobody', 'gpus'))).toMatchObject({ ok: false })
  })

  it('is taken away, and both are steps by their names', () => {
    const workspace = { book: sample(), history: emptyHistory }
    const at = '2026-11-20T09:00:00Z'
    const entered = advance(workspace, { type: 'do', command: put(colossus, 'gpus'), at })
    if (!entered.ok) throw new Error(entered.error.message)
    const evidenceId = markOf(entered.value.book, colossus, 'gpus')!.entry.id
    const without = advance(entered.value, {
      type: 'do',
      command: { type: 'evidence.remove', evidenceId },
      at,
    })
    if (!without.ok) throw new Error(without.error.message)
    expect(markOf(without.value.book, colossus, 'gpus')).toBeNull()
    expect(without.value.history.steps.map(({ label }) => label)).toEqual([
      'Source of GPUs of Colossus lease',
      'Remove the source of GPUs of Colossus lease',
    ])
    expect(apply(without.value.book, { type: 'evidence.remove', evidenceId })).toMatchObject({ ok: false })
  })

  it('is taken away in the gesture that brought it, without a name of its own', () => {
    const start = { book: sample(), history: emptyHistory }
    const inGesture = (command: Command) => ({
      type: 'do' as const,
      command,
      at: '2026-11-20T09:00:00Z',
      gesture: 'one',
    })
    const copied = advance(
      start,
      inGesture({ type: 'deal.duplicate', from: colossus, dealId: 'e', name: 'Copy' }),
    )
    if (!copied.ok) throw new Error(copied.error.message)
    const evidenceId = markOf(copied.value.book, 'e', 'gpus')!.entry.id
    const removed = advance(copied.value, inGesture({ type: 'evidence.remove', evidenceId }))
    expect(removed).toMatchObject({ ok: true, value: { history: { steps: [{ label: 'Edit' }] } } })
  })
})

import { apply } from '../commands/apply.ts'
import type { Command } from '../commands/command.ts'
import type { Book } from '../schema/book.ts'
import type { Evidence } from '../schema/deal.ts'
import { dealTerms } from '../schema/dealTerms.ts'
import { emptyBook } from '../schema/emptyBook.ts'
import { termById } from '../terms/catalog.ts'
import { colossusEvidence, type Sourced, secondLeaseEvidence } from './sources.ts'

const first = 'colossus-lease'
const second = 'colossus-second-lease'
const third = 'colossus-longer-ramp'

const colossus: Command[] = [
  { type: 'deal.add', dealId: first, name: 'Colossus lease', start: '2026-05-01', end: '2029-06-01' },
  {
    type: 'deal.set',
    dealId: first,
    changes: {
      buyer: 'Anthropic',
      provider: 'xAI / SpaceX',
      facility: 'Colossus 1, Memphis',
      status: 'signed',
      signed: '2026-05-03',
    },
  },
  { type: 'tranche.set', trancheId: `${first}/capacity`, changes: { kilowatts: 300_000, gpus: 220_000 } },
  {
    type: 'delivery.set',
    trancheId: `${first}/capacity`,
    steps: [{ from: '2026-05-01', until: '2026-07-01', share: 500_000, gpus: null }],
  },
  { type: 'charge.set', chargeId: `${first}/fee`, changes: { monthlyFee: 1_250_000_000_00 } },
  {
    type: 'ramp.set',
    chargeId: `${first}/fee`,
    steps: [{ from: '2026-05-01', until: '2026-07-01', basis: 'percentOff', share: 500_000, fixedFee: null }],
  },
  ...bothMayLeave(first, '2026-08-01'),
]

const secondLease: Command[] = [
  { type: 'deal.add', dealId: second, name: 'Colossus second lease', start: '2026-10-01', end: '2029-07-01' },
  {
    type: 'deal.set',
    dealId: second,
    changes: {
      buyer: 'Google',
      provider: 'xAI / SpaceX',
      facility: 'Colossus, second facility',
      status: 'signed',
      signed: '2026-06-05',
    },
  },
  { type: 'tranche.set', trancheId: `${second}/capacity`, changes: { gpus: 110_000 } },
  {
    type: 'tranche.set',
    trancheId: `${second}/capacity`,
    changes: { longStop: '2026-09-30', graceMonths: 1, remedy: 'either' },
  },
  { type: 'charge.set', chargeId: `${second}/fee`, changes: { monthlyFee: 920_000_000_00 } },
  ...bothMayLeave(second, '2027-01-01'),
]

const longerRamp: Command[] = [
  { type: 'deal.duplicate', from: first, dealId: third, name: 'Longer ramp, +2 %' },
  { type: 'deal.set', dealId: third, changes: { status: 'draft' } },
  {
    type: 'evidence.put',
    dealId: third,
    term: 'status',
    entry: {
      confidence: 'assumed',
      source: 'An offer made up here, to weigh the lease against.',
      quotation: '',
      dated: null,
      supports: JSON.stringify('draft'),
      alternative: '',
      alternativeValue: null,
    },
  },
  { type: 'charge.set', chargeId: `${third}/fee`, changes: { monthlyFee: 1_275_000_000_00 } },
  {
    type: 'ramp.set',
    chargeId: `${third}/fee`,
    steps: [{ from: '2026-05-01', until: '2026-08-01', basis: 'percentOff', share: 400_000, fixedFee: null }],
  },
]

function bothMayLeave(dealId: string, lockOutUntil: string): Command[] {
  return (['buyer', 'provider'] as const).map((party) => ({
    type: 'right.set',
    rightId: `${dealId}/${party}`,
    changes: { allowed: true, notice: 90, noticeUnit: 'days', lockOutUntil, lockOutBars: 'notice' },
  }))
}

/** The book the app opens with: both Colossus leases with their sources, and an offer made from the first. */
export function sampleBook(): Book {
  let book = made(emptyBook('Colossus options', 'USD', '2026-11-20'), [...colossus, ...secondLease])
  book = withEvidence(book, first, colossusEvidence)
  book = withEvidence(book, second, secondLeaseEvidence)
  return made(book, longerRamp)
}

function made(book: Book, commands: readonly Command[]): Book {
  return commands.reduce((current, command) => {
    const next = apply(current, command)
    if (!next.ok) throw new Error(`The sample book refuses ${command.type}: ${next.error.message}`)
    return next.value
  }, book)
}

/** Evidence supports the value the term has now, unless its source speaks of something that is not modelled. */
function withEvidence(book: Book, dealId: string, sources: Readonly<Record<string, Sourced>>): Book {
  const terms = dealTerms(book, dealId)
  const entries = Object.entries(sources).map(([term, sourced], index): [string, Evidence] => {
    const id = `${dealId}/evidence-${index + 1}`
    const supports = sourced.isModelled === false ? null : termById(term).canonical(terms)
    return [
      id,
      {
        id,
        dealId,
        term,
        confidence: sourced.confidence,
        source: sourced.source,
        quotation: sourced.quotation ?? '',
        dated: sourced.dated ?? null,
        supports,
        alternative: sourced.alternative ?? '',
        alternativeValue: sourced.alternativeValue ?? null,
        inherited: false,
      },
    ]
  })
  return { ...book, evidence: { ...book.evidence, ...Object.fromEntries(entries) } }
}

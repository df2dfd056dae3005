import { describe, expect, it } from 'vitest'
import type { NumberStyle } from '../../shared/format/number.ts'
import { dealsInOrder } from '../../shared/schema/readBook.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { differingTerms, termById, termCatalog, termsThatApply } from '../../shared/terms/catalog.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import { termGroups } from '../../shared/terms/term.ts'
import {
  colossus,
  edited,
  longerRamp,
  oneDeal,
  sample,
  secondLease,
  yearlyEscalator,
} from '../golden/sampleDeals.ts'

const style: NumberStyle = { locale: 'en-US', currency: 'USD', unit: 'billions' }
const book = sample()

/** A deal after a text was entered for a term. */
function entered(termId: string, text: string, from = book, dealId = colossus) {
  const command = termById(termId).enter(dealTerms(from, dealId), text, style)
  if (!command.ok) throw new Error(command.problem)
  return command.value ? dealTerms(edited(from, command.value), dealId) : null
}

describe('the catalogue of terms', () => {
  it('has every id once, and every term a label, a help and a group', () => {
    const ids = termCatalog.map((term) => term.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { label, help, group } of termCatalog) {
      expect(label).not.toBe('')
      expect(help).toMatch(/^[A-Z].*\.$/)
      expect(Object.keys(termGroups)).toContain(group)
    }
  })

  it('has no term of another id', () => {
    expect(() => termById('fee')).toThrow('There is no term fee.')
  })
})

describe.each(dealsInOrder(book).map((deal) => [deal.name, deal.id]))(
  'in %s, what a field holds',
  (_, dealId) => {
    const terms = dealTerms(book, dealId)

    it.each(
      termCatalog.filter((term) => term.editor.kind === 'line').map((term) => [term.id, term] as const),
    )('for %s is no change when it is entered', (__, term) => {
      for (const each of [style, { ...style, locale: 'de-DE' }, { ...style, unit: 'exact' as const }])
        expect(term.enter(terms, term.input(terms, each), each)).toEqual({ ok: true, value: null })
    })

    it('for a choice is one of its options', () => {
      for (const term of termsThatApply([terms])) {
        if (term.editor.kind !== 'choice') continue
        expect(term.editor.options.map((option) => option.label)).toContain(term.show(terms, style))
        expect(term.enter(terms, term.input(terms, style), style)).toEqual({ ok: true, value: null })
      }
    })
  },
)

describe('a deal that says little', () => {
  const terms = dealTerms(oneDeal('2026-05-01', '2026-05-02', 0), 'deal')

  it('is no change either when its fields are entered as they are', () => {
    for (const term of termCatalog) {
      if (term.editor.kind === 'steps') continue
      expect([term.id, term.enter(terms, term.input(terms, style), style)]).toEqual([
        term.id,
        { ok: true, value: null },
      ])
    }
  })

  it('shows words, never blanks', () => {
    for (const term of termCatalog) expect(term.show(terms, style)).not.toBe('')
    expect(['buyer', 'signed', 'power', 'gpus'].map((id) => termById(id).show(terms, style))).toEqual(
      Array.from({ length: 4 }, () => 'not stated'),
    )
  })
})

describe('what is entered for a term', () => {
  it('reaches the deal', () => {
    expect(entered('monthlyFee', '=1.25B*1.02')?.charges[0]!.charge.monthlyFee).toBe(1_275_000_000_00)
    expect(entered('end', 'April 2029')?.deal.end).toBe('2029-05-01')
    expect(entered('start', '3 May 2026')?.deal.start).toBe('2026-05-03')
    expect(entered('signed', '')?.deal.signed).toBeNull()
    expect(entered('power', '0.45 GW')?.tranches[0]!.tranche.kilowatts).toBe(450_000)
    expect(entered('power', '')?.tranches[0]!.tranche.kilowatts).toBeNull()
    expect(entered('powerBasis', 'facility')?.tranches[0]!.tranche.powerBasis).toBe('facility')
    expect(entered('gpus', '325k')?.tranches[0]!.tranche.gpus).toBe(325_000)
    expect(entered('invoiced', 'in arrears')?.charges[0]!.charge.invoiced).toBe('arrears')
    expect(entered('netDays', 'net 30 days')?.charges[0]!.charge.netDays).toBe(30)
    expect(entered('discountRate', '-2 %')?.deal.discountRate).toBe(-20_000)
    expect(entered('name', '  Offer \n two ')?.deal.name).toBe('Offer   two')
  })

  it('makes, changes and takes away an escalator', () => {
    const rate = termById('escalator').enter(dealTerms(book, colossus), '3 %', style)
    if (!rate.ok || !rate.value) throw new Error('3 % is refused.')
    const risen = edited(book, rate.value)
    expect(dealTerms(risen, colossus).charges[0]!.escalator).toMatchObject({
      kind: 'fixed',
      rate: 30_000,
      firstOn: '2027-05-01',
      everyMonths: 12,
      appliesTo: 'standard',
    })
    const after = (termId: string, text: string) => entered(termId, text, risen)?.charges[0]!.escalator
    expect(after('escalator-kind', 'an assumed index')?.kind).toBe('index')
    expect(after('escalator-everyMonths', '24 months')?.everyMonths).toBe(24)
    expect(after('escalator-firstOn', 'July 2027')?.firstOn).toBe('2027-07-01')
    expect(after('escalator-appliesTo', 'fixed ramp fees too')?.appliesTo).toBe('ramped')
    expect(after('escalator', 'none')).toBeNull()
    expect(after('escalator', '2 %')).toMatchObject({ rate: 20_000, firstOn: '2027-05-01' })
  })

  it('that is part of another is refused until that is there', () => {
    const refused = termById('escalator-everyMonths').enter(dealTerms(book, colossus), '12', style)
    expect(refused).toEqual({ ok: false, problem: 'This charge has no escalator. Enter its rate first.' })
    expect(termById('escalator-cap').show(dealTerms(book, colossus), style)).toBe('no index')
    expect(termsThatApply([dealTerms(book, colossus)]).map(({ id }) => id)).not.toContain('escalator-kind')
  })

  it('reaches the right of its own party only', () => {
    const terms = entered('provider-notice', '6 months')
    expect([terms?.rights.provider.notice, terms?.rights.provider.noticeUnit]).toEqual([6, 'months'])
    expect([terms?.rights.buyer.notice, terms?.rights.buyer.noticeUnit]).toEqual([90, 'days'])
    expect(entered('buyer-allowed', 'no')?.rights.buyer.allowed).toBe(false)
    expect(entered('buyer-noticeCounts', 'No')?.rights.buyer.dayOfNoticeCounts).toBe(false)
    expect(entered('buyer-lockOut', 'none')?.rights.buyer.lockOutUntil).toBeNull()
    expect(entered('buyer-lockOut', '2 Aug 2026')?.rights.buyer.lockOutUntil).toBe('2026-08-03')
    expect(entered('buyer-lockOutBars', 'service ending')?.rights.buyer.lockOutBars).toBe('end')
  })

  it('is refused in words', () => {
    const refused = (termId: string, text: string) => {
      const command = termById(termId).enter(dealTerms(book, colossus), text, style)
      return command.ok ? '' : command.problem
    }
    expect(refused('powerBasis', 'gross')).toBe('Choose one of: critical IT, facility.')
    expect(refused('name', '   ')).toBe('A name cannot be empty.')
    expect(refused('buyer', 'x'.repeat(121))).toBe('The buyer has at most 120 characters; this has 121.')
    expect(refused('ramp', '50 %')).toBe('Open the steps with Enter to edit them.')
    expect(refused('discountRate', '101 %')).toBe(
      'A discount rate lies between \u221250\u00a0% and 100\u00a0%.',
    )
    expect(refused('netDays', '366')).toBe('Days to payment lies between 0 and 365.')
  })
})

describe('two deals', () => {
  it('differ in the terms that say something else, their names left out', () => {
    const [a, b] = [dealTerms(book, colossus), dealTerms(book, longerRamp)]
    expect(differingTerms(a, b).map((term) => term.id)).toEqual(['monthlyFee', 'ramp'])
    expect(differingTerms(a, a)).toEqual([])
    // What is part of an escalator that only one has is no difference of its own.
    const rising = edited(book, {
      type: 'escalator.set',
      chargeId: `${colossus}/fee`,
      escalator: yearlyEscalator(30_000),
    })
    expect(differingTerms(dealTerms(rising, colossus), a).map((term) => term.id)).toEqual(['escalator'])
  })
})

describe('evidence', () => {
  it.each([
    ['the first lease', colossus, []],
    // Delivery by 30 Sep 2026 and the ramp before the modelled term are noted, not modelled.
    ['the second lease', secondLease, ['ramp']],
  ])(
    'stands behind every term of %s, and differs only where its matter is not modelled',
    (_, dealId, differing) => {
      const terms = dealTerms(book, dealId)
      const marks = termsThatApply([terms])
        .filter((term) => term.id !== 'name')
        .map(({ id }) => ({ id, mark: evidenceOf(terms, id) }))
      for (const { id, mark } of marks)
        expect([id, mark?.entry.source ?? '']).toEqual([id, expect.stringMatching(/\S/)])
      expect(marks.filter(({ mark }) => mark?.differs).map(({ id }) => id)).toEqual(differing)
      expect(evidenceOf(terms, 'name')).toBeNull()
    },
  )

  it('no longer supports a term that is changed, and does again when it is changed back', () => {
    const changed = edited(book, {
      type: 'charge.set',
      chargeId: `${colossus}/fee`,
      changes: { monthlyFee: 1_300_000_000_00 },
    })
    expect(evidenceOf(dealTerms(changed, colossus), 'monthlyFee')?.differs).toBe(true)
    const back = edited(changed, {
      type: 'charge.set',
      chargeId: `${colossus}/fee`,
      changes: { monthlyFee: 1_250_000_000_00 },
    })
    expect(evidenceOf(dealTerms(back, colossus), 'monthlyFee')?.differs).toBe(false)
  })

  it('is inherited by an offer, and differs where the offer does', () => {
    const terms = dealTerms(book, longerRamp)
    const differing = termCatalog.filter((term) => evidenceOf(terms, term.id)?.differs).map((term) => term.id)
    expect(differing).toEqual(['monthlyFee', 'ramp'])
    // That it is an offer is said of it alone.
    const own = terms.evidence.filter((entry) => !entry.inherited).map(({ term }) => term)
    expect(own).toEqual(['status'])
  })

  it('keeps the other readings beside the terms they read differently', () => {
    const terms = dealTerms(book, colossus)
    const reading = (id: string) => evidenceOf(terms, id)?.entry.alternative
    expect(reading('end')).toMatch(/36 months, \$43\.75 B/)
    expect(reading('start')).toMatch(/\$44\.960 B/)
    expect(reading('gpus')).toMatch(/325,000/)
    expect(reading('buyer-lockOut')).toMatch(/\$2\.5 B.*\$6\.25 B/)
  })
})

describe('a refusal has the example of its own field', () => {
  const hourly = edited(book, {
    type: 'charge.set',
    chargeId: `${colossus}/fee`,
    changes: { basis: 'perGpuHour' },
  })

  it.each([
    ['pue', '1.25'],
    ['power', '300 MW'],
    ['gpus', '220,000 or 220k'],
    ['unitPrice', '2.91'],
    ['escalator', '3 %'],
    ['discountRate', '10 %'],
    ['availability', '97 %'],
    ['buyer-hazard', '10 %'],
    ['netDays', '30'],
    ['replacementMonths', '18'],
    ['replacementPrice', '8.50'],
    ['support', '500m'],
  ])('%s: such as %s', (id, example) => {
    expect(termById(id).enter(dealTerms(hourly, colossus), '?', style)).toEqual({
      ok: false,
      problem: `“?” is not a number. Write a number, such as ${example}.`,
    })
  })

  it('and a PUE is shown as it is written', () => {
    const set = entered('pue', '125 %')!
    expect(termById('pue').show(set, style)).toBe('1.25')
    expect(termById('pue').plain(set, style).text).toBe('1.25')
  })
})

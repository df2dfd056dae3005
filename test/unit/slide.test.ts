import { describe, expect, it } from 'vitest'
import { apply } from '../../shared/commands/apply.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { termById, termCatalog } from '../../shared/terms/catalog.ts'
import { numberOf, slideOf, slidTo } from '../../shared/terms/slide.ts'
import { colossus, edited, sample } from '../golden/sampleDeals.ts'

const book = sample()
const terms = dealTerms(book, colossus)
const slide = (id: string) => slideOf(termById(id), terms)

describe('a number that is dragged', () => {
  it('goes from nothing to twice what it is, in steps of a round size', () => {
    // $1.25 B in cents: twice is 2.5 B; a hundredth of that is 25 M, and the round size below it 20 M.
    expect(slide('monthlyFee')).toEqual({
      value: 125_000_000_000,
      least: 0,
      most: 250_000_000_000,
      step: 2_000_000_000,
    })
    // 220,000 GPUs: a hundredth of 440,000 is 4,400, and the round size 2,000.
    expect(slide('gpus')).toEqual({ value: 220_000, least: 0, most: 440_000, step: 2_000 })
    // 300 MW are 300,000 kW.
    expect(slide('power')).toEqual({ value: 300_000, least: 0, most: 600_000, step: 5_000 })
  })

  it('goes from nothing to all where it is a share', () => {
    expect(slide('availability')).toEqual({ value: 1_000_000, least: 0, most: 1_000_000, step: 10_000 })
  })

  it('keeps the unit of a notice', () => {
    const notice = termById('buyer-notice')
    expect(slideOf(notice, terms)).toEqual({ value: 90, least: 0, most: 180, step: 1 })
    expect(JSON.parse(slidTo(notice, terms, 60))).toEqual({ notice: 60, noticeUnit: 'days' })
  })

  it('has room to go where it is nothing yet', () => {
    const free = edited(book, termById('monthlyFee').write(terms, '0'))
    const of = slideOf(termById('monthlyFee'), dealTerms(free, colossus))
    // A hundred million dollars in cents.
    expect(of).toEqual({ value: 0, least: 0, most: 10_000_000_000, step: 100_000_000 })
  })

  it('is no word, no date, no table, and nothing a deal does not say', () => {
    for (const id of ['name', 'start', 'ramp', 'billingMonths', 'support', 'graceMonths'])
      expect([id, numberOf(termById(id), terms)]).toEqual([id, null])
  })

  it('is taken by its term at each place, or refused with a sentence', () => {
    for (const term of termCatalog) {
      const of = slideOf(term, terms)
      if (!of) continue
      expect(of.least).toBeLessThan(of.most)
      for (const value of [of.least, of.least + of.step, of.most]) {
        const made = apply(book, term.write(terms, slidTo(term, terms, value)))
        if (!made.ok) expect(made.error.message).toMatch(/\.$/)
        else expect(numberOf(term, dealTerms(made.value, colossus))).toBe(value)
      }
    }
  })
})

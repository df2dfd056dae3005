import { describe, expect, it } from 'vitest'
import { parsePercent } from '../../shared/format/parse.ts'

const discount = { least: 0, most: 1_000_000, subject: 'A discount' }
const rate = { least: -500_000, most: 1_000_000, subject: 'A discount rate' }

/** Parts per million, or the sentence. */
function read(text: string, bounds = discount, locale = 'en-US'): number | string {
  const share = parsePercent(text, locale, bounds)
  return share.ok ? share.value : share.problem
}

describe('a percentage is read', () => {
  it.each([
    ['50%', 500_000],
    ['50 %', 500_000],
    ['50', 500_000],
    ['12.5', 125_000],
    ['0.5 %', 5_000],
    ['0.0001%', 1],
    ['1', 10_000],
    ['0', 0],
    ['100', 1_000_000],
    ['=100%-60%', 400_000],
    ['=50%', 500_000],
    ['=100-60', 400_000],
    ['=100%/3', 333_333],
  ])('%s as %i parts per million', (text, share) => {
    expect(read(text)).toBe(share)
  })

  it('with a comma for decimals in German', () => {
    expect(read('12,5 %', discount, 'de-DE')).toBe(125_000)
  })

  it('with a narrow space before the sign in French, and in full-width forms in Japanese', () => {
    expect(read('12,5\u202f%', discount, 'fr-FR')).toBe(125_000)
    expect(read('１２．５％', discount, 'ja-JP')).toBe(125_000)
    expect(read('－２\u3000％', rate, 'ja-JP')).toBe(-20_000)
  })

  it('below zero as a discount rate', () => {
    expect(read('-2 %', rate)).toBe(-20_000)
    expect(read('\u22122\u00a0%', rate)).toBe(-20_000)
  })
})

describe('a percentage is refused in words', () => {
  it('where 0.5 could be half a percent or a half', () => {
    expect(read('0.5')).toBe('“0.5” could be 0.5 % or a share of one. Write it with the % sign.')
    expect(read('=1/2')).toBe('“=1/2” could be a percentage or a share of one. Write it with the % sign.')
    expect(read('-0.5', rate)).toBe('“-0.5” could be -0.5 % or a share of one. Write it with the % sign.')
  })

  it.each(['150 %', '150', '-5 %', '100.0001 %'])('where a discount is %s', (text) => {
    expect(read(text)).toBe('A discount lies between 0\u00a0% and 100\u00a0%.')
  })

  it('with more than four decimals', () => {
    expect(read('12.34567 %')).toBe('A percentage has at most four decimals.')
  })

  it.each(['half', '5k', '%', '5%%'])('where it is %s', (text) => {
    expect(read(text)).toMatch(/Write a number, such as 50 %/)
  })
})

import { describe, expect, it } from 'vitest'
import { formatPower } from '../../shared/format/number.ts'
import { parseCount, parsePower } from '../../shared/format/parse.ts'

function power(text: string, locale = 'en-US'): number | string {
  const kilowatts = parsePower(text, locale)
  return kilowatts.ok ? kilowatts.value : kilowatts.problem
}

function count(text: string, locale = 'en-US'): number | string {
  const bounds = { least: 0, most: 10 ** 9, subject: 'The number of GPUs', ignored: ['GPUs'] }
  const gpus = parseCount(text, locale, bounds)
  return gpus.ok ? gpus.value : gpus.problem
}

describe('power is read', () => {
  it.each([
    ['300', 300_000],
    ['300 MW', 300_000],
    ['300mw', 300_000],
    ['0.3 GW', 300_000],
    ['300,000 kW', 300_000],
    ['0.5', 500],
    ['=2*150', 300_000],
    ['=2*150 MW', 300_000],
    ['=300 MW*50%', 150_000],
    // Beside a unit a bare number is megawatts, as it is alone.
    ['=300 MW+10', 310_000],
    ['=2*(100 MW+50)-0.5 GW/100', 295_000],
    ['=0.3 GW-(100+50)', 150_000],
  ])('%s as %i kilowatts', (text, kilowatts) => {
    expect(power(text)).toBe(kilowatts)
  })

  it.each([
    ['0.0001', 'Power is given in whole kilowatts: at most three decimals of a megawatt.'],
    ['0.5 kW', 'Power is given in whole kilowatts: at most three decimals of a megawatt.'],
    ['-1', 'Power lies between 0 MW and 1,000,000 MW.'],
    ['1,001 GW', 'Power lies between 0 MW and 1,000,000 MW.'],
    [
      '300 TW',
      '“TW” is not a unit this field knows. Units here are kw, mw, gw. Write a number, such as 300 MW.',
    ],
  ])('or refused: %s', (text, sentence) => {
    expect(power(text)).toBe(sentence)
  })

  it('in full-width forms with its unit', () => {
    expect(power('３００ｋＷ', 'ja-JP')).toBe(300)
    expect(power('３００', 'ja-JP')).toBe(300_000)
  })

  it('and shown in megawatts with the decimals it has', () => {
    expect(formatPower(300_000, 'en-US')).toBe('300\u00a0MW')
    expect(formatPower(500, 'de-DE')).toBe('0,5\u00a0MW')
  })
})

describe('a number of GPUs is read', () => {
  it.each([
    ['220,000', 220_000],
    ['220k', 220_000],
    ['0.22M', 220_000],
    ['220,000 GPUs', 220_000],
    ['=2*110k', 220_000],
  ])('%s as %i', (text, gpus) => {
    expect(count(text)).toBe(gpus)
  })

  it.each([
    ['220.5', 'The number of GPUs is a whole number.'],
    ['50%', 'The number of GPUs is a whole number.'],
    ['-1', 'The number of GPUs lies between 0 and 1,000,000,000.'],
  ])('or refused: %s', (text, sentence) => {
    expect(count(text)).toBe(sentence)
  })

  it('with points between thousands in German', () => {
    expect(count('220.000', 'de-DE')).toBe(220_000)
  })
})

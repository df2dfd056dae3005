import { describe, expect, it } from 'vitest'
import { run } from '../../electron/cli/run.ts'
import { createBook } from '../../electron/book/create.ts'
import { parseCivilDate, type CivilDate } from '../../shared/days.ts'
import type { Evaluation } from '../../shared/engine/evaluation.ts'
import { formatDate } from '../../shared/format/date.ts'
import type { Book } from '../../shared/schema/book.ts'
import { sample } from '../golden/sampleDeals.ts'
import { ownFolder } from '../book/folder.ts'
import { value } from '../book/value.ts'

/** What the terminal prints of a book in its text form, by deal and label, and in JSON. */
function bothForms(book: Book, ...options: string[]) {
  const path = `${ownFolder()}/Sample.offtake`
  value(createBook(path, book))
  const printed = (...more: string[]) => value(run(['evaluate', path, ...options, ...more]))
  const texts = printed()
    .split('\n\n')
    .map((deal) => {
      const [, ...lines] = deal.split('\n')
      return new Map(lines.map((line) => [line.split(/ {2,}/)[0]!, line.split(/ {2,}/)[1]!]))
    })
  const { deals } = JSON.parse(printed('--json')) as { deals: Evaluation[] }
  return deals.map((json, i) => ({ json, text: texts[i]! }))
}

const money = (minor: number, decimals = 2) =>
  (minor / 100).toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })

const day = (date: CivilDate) => {
  expect(parseCivilDate(date)).not.toBeNull()
  return formatDate(date)
}

/** A break-even as the text form says it: the months of its crossings, or that there is none. */
function crossings(json: Evaluation, form: 'accrued' | 'paid' | 'presentValue' | 'likeCapacity') {
  if (!json.breakEven) return 'baseline'
  const months = json.breakEven[form]!.crossings.map((crossing) => crossing.months.toFixed(3))
  return months.length > 0 ? `month ${months.join(', then ')}` : 'never'
}

const priceOr = (minor: number | null, decimals: number, missing: string) =>
  minor === null ? missing : money(minor, decimals)

/** What each row of the text form begins with, from the JSON form. */
const rows: Readonly<Record<string, (json: Evaluation) => string>> = {
  'Total contract value': (json) => `${money(json.totalContractValue)}, ${json.months} months`,
  'Ramp savings, headline': (json) => money(json.rampSavings.headline),
  'Ramp savings, like for like': (json) => money(json.rampSavings.likeForLike),
  'Ramp savings, on baseline’s fee': (json) => money(json.rampSavings.onBaselineStandard!),
  'Exit cost, committed': (json) => money(json.buyerExit.committed),
  'Least obligation': (json) => money(json.leastObligation.amount),
  'Last day served': (json) => day(json.buyerExit.lastDayServed),
  'At risk': (json) => money(json.buyerExit.atRisk),
  'Commitment at signing': (json) => money(json.commitmentAtSigning!),
  'Cash still to pay': (json) => money(json.cashStillToPay),
  'Capacity assured through': (json) => day(json.providerExit.lastDayServed),
  'Break-even, accrued': (json) => crossings(json, 'accrued'),
  'Break-even, by payment date': (json) => crossings(json, 'paid'),
  'Break-even, present value': (json) => crossings(json, 'presentValue'),
  'Break-even, like capacity': (json) => crossings(json, 'likeCapacity'),
  'Break-even utilisation': ({ unitPrices: { breakEvenUtilisation: share } }) =>
    share! > 1 ? `never, ${(share! * 100).toFixed(1)} %` : `${(share! * 100).toFixed(1)} %`,
  'NPV, present value of cost': (json) => money(json.presentValue),
  'Effective rate, present value': (json) => money(json.presentValueRate!),
  'IRR of the difference': ({ incrementalRate: found }) => {
    if (!found) return 'baseline'
    const rate = found.rate === null ? null : `${(Math.abs(found.rate) * 100).toFixed(2)} %`
    return rate === null ? 'none' : `${found.rate! < 0 ? '−' : ''}${rate}`
  },
  'Average life of payments': (json) =>
    `${json.averageLife!.toFixed(3)} years, duration ${json.duration!.toFixed(3)}`,
  'Effective rate a month': (json) => money(json.effectiveMonthly!),
  'Effective rate per MW-month': (json) =>
    priceOr(json.unitPrices.perDeliveredMegawattMonth, 0, 'MW not stated'),
  'Price per MW-month': (json) => priceOr(json.unitPrices.perMegawattMonth, 0, 'MW not stated'),
  'Price per GPU-hour': (json) => priceOr(json.unitPrices.perGpuHour, 2, 'GPUs not stated'),
  'Levelised price per GPU-hour': (json) => priceOr(json.levelisedPerGpuHour, 3, 'GPUs not stated'),
  'Price per kW-month': (json) => priceOr(json.unitPrices.perKilowattMonth, 2, 'MW not stated'),
  'Average per GPU-hour': (json) => priceOr(json.unitPrices.perDeliveredGpuHour, 3, 'GPUs not stated'),
  'Annual value, average': (json) => money(json.averageAnnualValue!),
  'Annual value, first 12 months': (json) => money(json.firstTwelveMonths),
  'Annual value, exit run rate': (json) => money(json.exitRunRate),
  'Straight-line a month': (json) => money(json.straightLine.enforceable.perMonth!),
}

/** Rows that the JSON form says in terms, not in figures. */
const wordRows = ['Lock-out, as read']

function expectAgreement(forms: ReturnType<typeof bothForms>) {
  for (const { json, text } of forms)
    for (const [label, shown] of text)
      if (!wordRows.includes(label)) {
        expect([json.name, label, rows[label] !== undefined]).toEqual([json.name, label, true])
        expect(`${json.name}, ${label}: ${shown.replaceAll('\u00a0', ' ')}`).toContain(
          `${json.name}, ${label}: ${rows[label]!(json)}`,
        )
      }
}

describe('offtake evaluate', () => {
  const asked = sample({ type: 'settings.set', changes: { onDemandPrice: 2_950_000 } })

  it('says the same in text as in JSON, of every figure of every deal of a book', () => {
    const forms = bothForms(asked)
    expect(forms.map(({ json }) => json.name)).toHaveLength(3)
    expectAgreement(forms)
    expect(forms.map(({ json }) => json.breakEven === null)).toEqual([true, false, false])
  })

  it('says the same of one deal, whose baseline is not asked for', () => {
    // 2 + 0.28 / 0.485 and 3 + 0.205 / 0.025 months, as golden tests have it.
    const one = bothForms(asked, '--deal', 'Longer ramp, +2 %')
    expect(one[0]!.text.get('Break-even, accrued')).toMatch(/^month 2\.577, then 11\.200, from 7 Apr 2027/)
    expectAgreement(one)
  })
})

import { inSentence, isSameName } from '../../shared/format/names.ts'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { dateOf } from '../../shared/days.ts'
import { bookDocumentOf, readBookDocument } from '../../shared/document/bookDocument.ts'
import { documentOf } from '../../shared/document/documentOf.ts'
import { readDeal } from '../../shared/document/readDeal.ts'
import { isLikeBook } from '../../shared/document/kind.ts'
import { currencyOf, type DealDocument } from '../../shared/document/dealDocument.ts'
import { spoken } from '../../shared/document/problems.ts'
import { evaluationOf } from '../../shared/engine/evaluation.ts'
import { contextOf, contextOfDeal, type EvaluationContext } from '../../shared/engine/context.ts'
import { figuresOf } from '../../shared/engine/figures.ts'
import { currencyDigits } from '../../shared/money.ts'
import { dealTerms, type DealTerms } from '../../shared/schema/dealTerms.ts'
import type { Book } from '../../shared/schema/book.ts'
import { dealsInOrder, settingsOf } from '../../shared/schema/readBook.ts'
import { figureTable } from '../../shared/tables/figures.ts'
import { readBookOnly } from '../book/readOnly.ts'
import { startsAsDatabase } from '../db/header.ts'
import { readJsonFile } from '../import/jsonFile.ts'
import type { FileOptions } from './arguments.ts'

/** A deal to evaluate, with what it is looked at with. */
interface Subject {
  terms: DealTerms
  currency: string
  context: EvaluationContext
}

/** The figures of a book's deal, or of a deal in JSON, as text; or why there are none. */
export function evaluateFile(options: FileOptions): Result<string> {
  const source = readSource(options.file)
  if (!source.ok) return source
  const { book, deal } = source.value
  if (options.command === 'export' && options.book)
    return book
      ? ok(JSON.stringify(bookDocumentOf(book), null, 2))
      : fail('invalid-input', `--book: “${basename(options.file)}” is one deal, not a book.`)
  const subjects = book ? ofBook(book, options) : ofDeal(deal, options)
  if (!subjects.ok) return subjects
  if (options.command === 'export') return exported(subjects.value)
  return ok(options.json ? asJson(subjects.value) : subjects.value.map(asText).join('\n\n'))
}

/** One deal as a JSON document. */
function exported(subjects: readonly Subject[]): Result<string> {
  const [subject, ...more] = subjects
  if (!subject || more.length > 0)
    return fail(
      'invalid-input',
      `--deal: say which deal, one of ${subjects.map(({ terms }) => `“${terms.deal.name}”`).join(', ')}.`,
    )
  return ok(JSON.stringify(documentOf(subject.terms, subject.currency), null, 2))
}

/** A book, or the document of one deal. */
type Source = { book: Book; deal: null } | { book: null; deal: unknown }

/** A book in its own file or in JSON, or a deal in JSON. */
function readSource(file: string): Result<Source> {
  if (file.endsWith('.offtake') || startsAsDatabase(file)) {
    const read = readBookOnly(file)
    return read.ok ? ok({ book: read.value, deal: null }) : read
  }
  const json = readJsonFile(file)
  if (!json.ok) return json
  if (!isLikeBook(json.value)) return ok({ book: null, deal: json.value })
  const book = readBookDocument(json.value, `“${basename(file)}”`)
  return book.ok ? ok({ book: book.value, deal: null }) : fail('invalid-input', book.error)
}

function ofBook(book: Book, { file, deal, asOf }: FileOptions): Result<Subject[]> {
  const settings = settingsOf(book)
  const deals = dealsInOrder(book)
  const wanted =
    deal === null ? deals.filter(({ shown }) => shown) : deals.filter(({ name }) => isSameName(name, deal))
  if (wanted.length === 0) {
    const names = deals.map(({ name }) => `“${name}”`).join(', ')
    return fail(
      'not-found',
      deal === null
        ? `“${basename(file)}” shows no deal.`
        : `--deal: there is no deal “${deal}” in “${basename(file)}”; it has ${names || 'none'}.`,
    )
  }
  const terms = wanted.map(({ id }) => dealTerms(book, id))
  const context = contextOf(book, asOf ?? settings.asOf)
  return ok(terms.map((each) => ({ terms: each, currency: settings.currency, context })))
}

function ofDeal(document: unknown, { file, deal, asOf }: FileOptions): Result<Subject[]> {
  const fileName = basename(file)
  const terms = readDeal(document)
  if (!terms.ok) return fail('invalid-input', spoken(terms.error, `“${fileName}”`))
  const { name } = terms.value.deal
  if (deal !== null && !isSameName(deal, name))
    return fail('not-found', `--deal: the deal in “${fileName}” is “${name}”, not “${deal}”.`)
  const context = contextOfDeal(terms.value, asOf === null ? {} : { asOf }, null)
  return ok([{ terms: terms.value, currency: currencyOf(document as DealDocument), context }])
}

/** Figure by figure: its name, its value with its unit, its detail, and the convention it follows. */
function asText({ terms, currency, context }: Subject): string {
  const columns = [figuresOf(terms, context)]
  const rows = figureTable({ context, columns, style: { locale: 'en-US', currency, unit: 'exact' } })
  const lines = rows.map(({ label, convention, cells: [cell] }) => [
    label,
    [cell!.text, cell!.detail].filter((text) => text !== undefined).join(', '),
    convention,
  ])
  const [first, second] = [0, 1].map((column) => Math.max(...lines.map((line) => line[column]!.length)))
  const body = lines.map(
    ([label, value, convention]) => `${label!.padEnd(first!)}  ${value!.padEnd(second!)}  (${convention!})`,
  )
  return [`${inSentence(terms.deal.name)}, in ${currency}, as of ${dateOf(context.asOf)}`, ...body].join('\n')
}

/** Every figure as data, with what its numbers are. */
function asJson(subjects: readonly Subject[]): string {
  const deals = subjects.map(({ terms, currency, context }) => ({
    currency,
    minorUnitDigits: currencyDigits[currency] ?? 2,
    ...evaluationOf(terms, context, null),
  }))
  const units = {
    amounts: 'whole minor units of the currency (cents for USD)',
    averagesPricesAndPresentValues: 'minor units as decimal numbers',
    rates: 'numbers, 0.1 for 10 %',
    dates: 'YYYY-MM-DD; an end is exclusive, a last day is not',
  }
  return JSON.stringify({ units, deals }, null, 2)
}

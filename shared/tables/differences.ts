import { compare } from '../engine/compare.ts'
import type { EvaluationContext } from '../engine/context.ts'
import { type DealFigures, figuresOf } from '../engine/figures.ts'
import type { NumberStyle } from '../format/number.ts'
import { changesBetween } from '../history/changes.ts'
import type { Book, Entity } from '../schema/book.ts'
import { dealsInOrder, settingsOf } from '../schema/readBook.ts'
import { type DealTerms, dealTerms } from '../schema/dealTerms.ts'
import { termCatalog } from '../terms/catalog.ts'
import { figureCatalog } from './figureCatalog.ts'

/** One term or one figure that differs; null on the side that has no such deal. */
export interface DifferentLine {
  id: string
  label: string
  before: string | null
  after: string | null
}

/** A deal that is not what it was. */
export interface DealDifference {
  dealId: string
  name: string
  kind: 'changed' | 'added' | 'removed'
  terms: readonly DifferentLine[]
  figures: readonly DifferentLine[]
}

/**
 * What differs between two states of one book, term by term and figure by figure: deals in the order of the present book,
 * those it no longer has at the end. Figures follow each book's own baseline and dates; they are written for deals whose
 * terms differ and for those side by side.
 */
export function differencesBetween(then: Book, now: Book, style: NumberStyle): DealDifference[] {
  const touched = touchedDeals(then, now)
  const [thenSide, nowSide] = [sideOf(then, style), sideOf(now, style)]
  const present = dealsInOrder(now).filter(({ id, shown }) => touched.has(id) || shown)
  const gone = dealsInOrder(then).filter(({ id }) => !now.deals[id])
  return [...present, ...gone]
    .map(({ id, name }): DealDifference => {
      const [old, next] = [thenSide.of(id), nowSide.of(id)]
      return {
        dealId: id,
        name,
        kind: old === null ? 'added' : next === null ? 'removed' : 'changed',
        terms: old && next ? different(termLines(old, next, style)) : [],
        figures: different(figureLines(old, next)),
      }
    })
    .filter(({ kind, terms, figures }) => kind !== 'changed' || terms.length + figures.length > 0)
}

const different = (lines: readonly DifferentLine[]): DifferentLine[] =>
  lines.filter(({ before, after }) => before !== after)

/** The deals of which an entity differs. */
function touchedDeals(then: Book, now: Book): Set<string> {
  const touched = new Set<string>()
  for (const { before, after } of changesBetween(then, now))
    for (const [book, entity] of [
      [then, before],
      [now, after],
    ] as const)
      if (entity) touched.add(dealOf(book, entity))
  return touched
}

function dealOf(book: Book, entity: Entity): string {
  if ('dealId' in entity) return entity.dealId
  if ('chargeId' in entity) return book.charges[entity.chargeId]?.dealId ?? ''
  if ('trancheId' in entity) return book.tranches[entity.trancheId]?.dealId ?? ''
  if ('rightId' in entity) return book.terminationRights[entity.rightId]?.dealId ?? ''
  return entity.id
}

/** A deal on one side, with its figures and what they are written with. */
interface OneSide {
  terms: DealTerms
  figures: DealFigures
  context: EvaluationContext
  baselineFigures: DealFigures | null
  style: NumberStyle
}

function sideOf(book: Book, style: NumberStyle): { of(dealId: string): OneSide | null } {
  const { context } = compare(book)
  const baselineFigures = context.baseline && figuresOf(context.baseline, context)
  const sideStyle = { ...style, currency: settingsOf(book).currency }
  return {
    of(dealId) {
      if (!book.deals[dealId]) return null
      const terms = dealTerms(book, dealId)
      return { terms, figures: figuresOf(terms, context), context, baselineFigures, style: sideStyle }
    },
  }
}

const termLines = (then: OneSide, now: OneSide, style: NumberStyle): DifferentLine[] =>
  termCatalog.map((term) => ({
    id: term.id,
    label: term.label,
    before: term.show(then.terms, style),
    after: term.show(now.terms, style),
  }))

const figureLines = (then: OneSide | null, now: OneSide | null): DifferentLine[] =>
  figureCatalog.map((definition) => {
    const textOf = (side: OneSide | null): string | null => {
      if (!side) return null
      if (definition.speaks && !definition.speaks(side.figures, side.context)) return '–'
      return definition.cell(side.figures, { ...side.context, ...side }).text
    }
    return {
      id: definition.id,
      label: definition.label((now ?? then)!.context),
      before: textOf(then),
      after: textOf(now),
    }
  })

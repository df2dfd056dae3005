import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { isTerm, termById } from '../../shared/terms/catalog.ts'
import { slideOf, slidTo } from '../../shared/terms/slide.ts'
import { edit, useBook } from '../stores/book.ts'
import { burst } from '../stores/gesture.ts'
import { notify } from '../stores/notice.ts'
import { useView } from '../stores/view.ts'

/** Raises or lowers the number the keyboard is on by a step of its slider. A run of steps is one step of history. */
export function stepNumber(by: 1 | -1): void {
  const { active } = useView.getState()
  const { book } = useBook.getState().workspace
  if (!active || !isTerm(active.termId) || !book.deals[active.dealId]?.shown) return
  const term = termById(active.termId)
  const terms = dealTerms(book, active.dealId)
  const slide = slideOf(term, terms)
  if (!slide) return notify('info', `${term.label} is no number that could be stepped.`)
  const stepped = Math.round(slide.value / slide.step + by) * slide.step
  const value = Math.min(Math.max(stepped, slide.least), term.bounds?.most ?? stepped)
  const made = edit(
    term.write(terms, slidTo(term, terms, value)),
    burst(`step ${active.dealId} ${active.termId}`),
  )
  if (!made.ok) notify('error', made.error.message)
}

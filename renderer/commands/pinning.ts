import { limits } from '../../shared/schema/limits.ts'
import { figureById } from '../../shared/tables/figureCatalog.ts'
import { comparisonOf } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import { notify } from '../stores/notice.ts'
import { prefer, usePreferences } from '../stores/preferences.ts'
import { useView } from '../stores/view.ts'

/** Puts a figure into the headline strip after those that are there, or takes it out. */
export function pinFigure(figureId: string): void {
  const { headline } = usePreferences.getState()
  if (headline.includes(figureId)) {
    prefer({ headline: headline.filter((id) => id !== figureId) })
    return
  }
  if (headline.length >= limits.headlineFigures)
    return notify('info', `The headline has room for ${limits.headlineFigures} figures. Take one out first.`)
  prefer({ headline: [...headline, figureId] })
  const { context } = comparisonOf(useBook.getState().workspace.book)
  notify('info', `${figureById(figureId).label(context)} is in the headline.`)
}

/** The same for the figure the keyboard is on. */
export function pinReachedFigure(): void {
  const { figure } = useView.getState()
  if (figure) pinFigure(figure.figureId)
}

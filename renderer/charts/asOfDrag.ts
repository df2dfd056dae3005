import type { Command } from '../../shared/commands/command.ts'
import { type DayNumber, dateOf, dayOf } from '../../shared/days.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { edit, useBook } from '../stores/book.ts'
import { burst } from '../stores/gesture.ts'
import { notify } from '../stores/notice.ts'
import { keepPreview, showPreview, shownBook } from '../stores/preview.ts'

const asOf = (day: DayNumber): Command => ({ type: 'settings.set', changes: { asOf: dateOf(day) } })

/** The as-of day as it is now: the chart may be a turn behind it. */
export const asOfNow = (): DayNumber => dayOf(settingsOf(shownBook(useBook.getState())).asOf)

/** Shows all as of another day, while the line is dragged. */
export const previewAsOf = (day: DayNumber): void => void showPreview(asOf(day))

/** Makes one edit of the place the line was let go at. */
export function commitAsOf(): void {
  const made = keepPreview()
  if (!made.ok) notify('error', made.error.message)
}

/** Moves the line by a key: presses that follow each other are one step of history. */
export function stepAsOf(day: DayNumber): void {
  const made = edit(asOf(day), burst('as-of line'))
  if (!made.ok) notify('error', made.error.message)
}

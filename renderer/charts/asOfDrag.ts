import { create } from 'zustand'
import { type DayNumber, dateOf } from '../../shared/days.ts'
import { edit } from '../stores/book.ts'
import { burst } from '../stores/gesture.ts'
import { notify } from '../stores/notice.ts'

/** The as-of date while its line is moved, until the charts show it; null where it stands still. */
export const useAsOfDrag = create<{ day: DayNumber | null }>()(() => ({ day: null }))

/** Moves the line without an edit. */
export const previewAsOf = (day: DayNumber): void => useAsOfDrag.setState({ day })

/** Takes the line back to where the book says. */
export const dropAsOf = (): void => useAsOfDrag.setState({ day: null })

/** Makes one edit of the place the line was let go at. */
export function commitAsOf(): void {
  const { day } = useAsOfDrag.getState()
  if (day !== null) setAsOf(day)
}

/** Moves the line by a key: presses that follow each other are one step of history. */
export function stepAsOf(day: DayNumber): void {
  previewAsOf(day)
  setAsOf(day, burst('as-of line'))
}

function setAsOf(day: DayNumber, gesture?: string): void {
  const made = edit({ type: 'settings.set', changes: { asOf: dateOf(day) } }, gesture)
  if (made.ok) return
  dropAsOf()
  notify('error', made.error.message)
}

import { create } from 'zustand'
import { type CivilDate, type DayNumber, dateOf } from '../../shared/days.ts'
import { edit } from '../stores/book.ts'
import { burst } from '../stores/gesture.ts'
import { notify } from '../stores/notice.ts'

interface AsOfDrag {
  /** The as-of date while its line is moved, and then until the charts show it; null where it stands still. */
  day: DayNumber | null
  /** Whether the pointer has it. */
  isHeld: boolean
}

export const useAsOfDrag = create<AsOfDrag>()(() => ({ day: null, isHeld: false }))

/** Moves the line without an edit. */
export const previewAsOf = (day: DayNumber): void => useAsOfDrag.setState({ day, isHeld: true })

/** Takes the line back to where the book says. */
export const dropAsOf = (): void => useAsOfDrag.setState({ day: null, isHeld: false })

/** Makes one edit of the place the line was let go at. */
export function commitAsOf(): void {
  const { day } = useAsOfDrag.getState()
  if (day !== null) setAsOf(day)
}

/** Moves the line by a key: presses that follow each other are one step of history. */
export const stepAsOf = (day: DayNumber): void => setAsOf(day, burst('as-of line'))

function setAsOf(day: DayNumber, gesture?: string): void {
  const made = edit({ type: 'settings.set', changes: { asOf: dateOf(day) } }, gesture)
  if (made.ok) return useAsOfDrag.setState({ day, isHeld: false })
  dropAsOf()
  notify('error', made.error.message)
}

/** The line stands again where the charts do once they show its date, or once the book has come to say another. */
export function settleAsOf({ day, isHeld }: AsOfDrag, shown: DayNumber, said: CivilDate): void {
  if (day !== null && !isHeld && (day === shown || dateOf(day) !== said)) dropAsOf()
}

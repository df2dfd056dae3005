import { type DayNumber, dayOf } from '../../shared/days.ts'

/** What a backup's place among the others is decided by. */
export interface Dated {
  /** Counts the backups of a book: a later one has a higher number, whatever the clock says. */
  readonly sequence: number
  /** When it was made, ISO 8601 in UTC. */
  readonly madeAt: string
}

const lastOpens = 10
const lastDays = 14
const lastWeeks = 8

/**
 * The backups that are kept: those of the last ten opens, the last of each of the fourteen latest days on which one was
 * made, and of each of the eight latest weeks. Later is what was made later: a clock that was set back, or was years
 * ahead for a while, costs none of them.
 */
export function keptBackups<B extends Dated>(backups: readonly B[]): B[] {
  const newestFirst = backups.toSorted((a, b) => b.sequence - a.sequence)
  const kept = new Set([
    ...newestFirst.slice(0, lastOpens),
    ...newestOfEach(newestFirst, dayMade, lastDays),
    ...newestOfEach(newestFirst, weekMade, lastWeeks),
  ])
  return newestFirst.filter((backup) => kept.has(backup))
}

function newestOfEach<B>(newestFirst: readonly B[], spanOf: (backup: B) => number, most: number): B[] {
  const newest = new Map<number, B>()
  for (const backup of newestFirst) {
    const span = spanOf(backup)
    if (!newest.has(span)) newest.set(span, backup)
  }
  return [...newest.values()].slice(0, most)
}

const dayMade = ({ madeAt }: Dated): DayNumber => dayOf(madeAt.slice(0, 10))

/** Weeks begin on Mondays; 1970-01-01, day 0, was a Thursday. */
const weekMade = (backup: Dated): number => Math.floor((dayMade(backup) + 3) / 7)

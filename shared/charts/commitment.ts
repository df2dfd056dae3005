import { inSentence } from '../format/names.ts'
import { type DayNumber, dayOf } from '../days.ts'
import { monthsBetween } from '../engine/calendarMonths.ts'
import { scheduleOf } from '../engine/schedule.ts'
import type { Schedule } from '../engine/scheduleColumns.ts'
import { exitOf } from '../engine/termination.ts'
import { formatDay } from '../format/date.ts'
import { formatAmount } from '../format/number.ts'
import { remembered } from '../remembered.ts'
import type { Party } from '../schema/deal.ts'
import { type Chart, type ChartOptions, type ChartSource, dealSeries } from './chart.ts'
import { thinned, thinningNote } from './points.ts'

/** What is bound and what is not, for a notice on one day. Minor units. */
export interface Commitment {
  on: DayNumber
  committed: number
  atRisk: number
}

/** For the selected deal, what a notice on each date would still cost and what it would save; of the others what it would cost. */
export function commitmentChart(source: ChartSource, { exitParty }: ChartOptions): Chart {
  const { columns, context, style, selected } = source
  const schedules = columns.map(({ terms }) => scheduleOf(terms))
  const [from, until] = [
    Math.min(...schedules.map(({ start }) => start)),
    Math.max(...schedules.map(({ end }) => end)),
  ]
  const all = columns.length === 0 ? [] : daysOf(schedules, exitParty, from, until)
  const days = thinned(all)
  const own = schedules[selected]
  const others = columns.flatMap((_, column) => (column === selected ? [] : [column]))
  const colour = `deal-${source.marks[selected]?.colour ?? 1}`
  const name = inSentence(columns[selected]?.terms.deal.name ?? '')
  return {
    id: 'commitment',
    title: 'Committed and at risk',
    caption: `if the ${exitParty} gives notice on the date; areas: ${name}`,
    axis: 'Notice on',
    from: columns.length === 0 ? 0 : from,
    until: columns.length === 0 ? 1 : until,
    yearStart: source.yearStart,
    series: [
      {
        key: 'committed',
        name: context.perspective === 'buyer' ? 'Committed: exit cost' : 'Committed: floor revenue',
        shape: 'area',
        colour,
        opacity: 0.72,
      },
      { key: 'atRisk', name: 'At risk: what else remains', shape: 'area', colour, opacity: 0.16 },
      ...others.map((column) => {
        const series = dealSeries(source, column, 'line')
        return { ...series, name: `Committed, ${inSentence(series.name)}`, isBeside: true }
      }),
    ],
    rows: days.map((on) => {
      const within = own && isWithin(own, on) ? commitmentOn(own, exitParty, on) : null
      return {
        at: on,
        until: on,
        label: `notice on ${formatDay(on)}`,
        values: [
          within && within.committed,
          within && within.atRisk,
          ...others.map((column) =>
            isWithin(schedules[column]!, on)
              ? commitmentOn(schedules[column]!, exitParty, on).committed
              : null,
          ),
        ],
      }
    }),
    markers: [],
    strip: null,
    notes: [...thinningNote(all), ...rightNote(own, exitParty)],
    isDifference: false,
    format: (value) => formatAmount(value, style),
    measure: 'amount',
  }
}

const rightNote = (own: Schedule | undefined, party: Party): string[] =>
  own && !own.terms.rights[party].allowed
    ? [
        `The ${party} of ${inSentence(own.terms.deal.name)} has no right to leave: all that remains is committed.`,
      ]
    : []

const isWithin = ({ start, end }: Schedule, on: DayNumber) => start <= on && on <= end

const byDay = remembered((_schedule: Schedule) => new Map<string, Commitment>())

/** What a deal commits on a day, remembered: the days of a chart are asked for again when another deal was edited. */
export function commitmentOn(schedule: Schedule, party: Party, on: DayNumber): Commitment {
  const known = byDay(schedule)
  const key = `${party} ${on}`
  const before = known.get(key)
  if (before) return before
  const { committed, atRisk } = exitOf(schedule, party, on)
  const made = { on, committed, atRisk }
  known.set(key, made)
  return made
}

/** The months’ first days, and the days on which a curve bends or jumps: starts, ends, lock-outs, the last notice of use. */
function daysOf(
  schedules: readonly Schedule[],
  party: Party,
  from: DayNumber,
  until: DayNumber,
): DayNumber[] {
  const bends = schedules.flatMap((schedule) => {
    const { start, end, terms } = schedule
    const { lockOutUntil, notice, noticeUnit, allowed } = terms.rights[party]
    if (!allowed) return [start, end]
    const lockOut = lockOutUntil === null ? [] : [dayOf(lockOutUntil)]
    return [start, end, ...lockOut, ...(noticeUnit === 'days' ? [end - notice] : [])]
  })
  return [...new Set([...monthsBetween(from, until), ...bends])]
    .filter((day) => from <= day && day <= until)
    .toSorted((a, b) => a - b)
}

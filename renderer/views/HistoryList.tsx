import { type KeyboardEvent, memo, useLayoutEffect, useRef, useState } from 'react'
import { formatDate } from '../../shared/format/date.ts'
import type { HistoryStep } from '../../shared/history/workspace.ts'
import { timeOfDay } from '../clock.ts'
import { Icon } from '../components/Icon.tsx'
import { goTo } from '../stores/book.ts'
import { notify } from '../stores/notice.ts'
import styles from './HistoryPanel.module.css'
import { useRowsInView } from './useRowsInView.ts'

interface HistoryListProps {
  steps: readonly HistoryStep[]
  /** How many of them are done. */
  cursor: number
}

/** Pixels, as in the style sheet: the rows in view are known without measuring, and only they are drawn. */
const rowHeight = 42
const rowsPerPage = 10

const optionId = (place: number) => `history place ${place}`.replaceAll(' ', '-')

function go(place: number): void {
  const made = goTo(place)
  if (!made.ok) notify('error', made.error.message)
}

/**
 * The steps, the newest on top, over the place before them all. A place is how many steps are done there. The keyboard
 * moves over them and Enter goes; where the book stands is marked, and what is undone lies dimmed above it.
 */
export function HistoryList({ steps, cursor }: HistoryListProps) {
  const last = steps.length
  const list = useRef<HTMLDivElement>(null)
  const { first, end, show, onScroll } = useRowsInView(last + 1, rowHeight, last - cursor)
  const [keyboard, setKeyboard] = useState({ cursor, place: cursor })
  // Wherever the book goes, the keyboard goes along.
  const active = keyboard.cursor === cursor ? Math.min(keyboard.place, last) : cursor
  useLayoutEffect(() => {
    if (!list.current) return
    reveal(list.current, last - active)
    show(Math.floor(list.current.scrollTop / rowHeight))
  }, [active, last, show])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const moved = movedBy(event.key, active, last)
    const isChosen = event.key === 'Enter' || event.key === ' '
    if (moved === null && !isChosen) return
    event.preventDefault()
    if (moved === null) go(active)
    else setKeyboard({ cursor, place: Math.min(last, Math.max(0, moved)) })
  }

  const rows = Array.from({ length: end - first }, (_, i) => first + i)
  return (
    <div
      ref={list}
      className={styles['list']}
      role="listbox"
      aria-label="Steps, the newest first"
      aria-activedescendant={optionId(active)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      <div className={styles['rows']} role="presentation" style={{ height: (last + 1) * rowHeight }}>
        {rows.map((row) => {
          const place = last - row
          return (
            <Place
              key={place}
              place={place}
              step={steps[place - 1] ?? null}
              row={row}
              count={last + 1}
              standing={place === cursor ? 'present' : place > cursor ? 'undone' : 'done'}
              isActive={place === active}
            />
          )
        })}
      </div>
    </div>
  )
}

interface PlaceProps {
  place: number
  /** The last step done there; null before all steps. */
  step: HistoryStep | null
  row: number
  count: number
  standing: 'done' | 'present' | 'undone'
  isActive: boolean
}

const Place = memo(function Place({ place, step, row, count, standing, isActive }: PlaceProps) {
  const label = step?.label ?? 'Before these steps'
  const made = step && timeOf(step.at)
  return (
    <div
      id={optionId(place)}
      className={`${styles['place']} ${styles[standing]} ${isActive ? styles['active'] : ''}`}
      role="option"
      aria-selected={standing === 'present'}
      aria-posinset={row + 1}
      aria-setsize={count}
      style={{ top: row * rowHeight }}
      title={label}
      onClick={() => go(place)}
    >
      <span className={styles['mark']}>{standing === 'present' && <Icon name="chosen" />}</span>
      <span className={styles['label']}>{label}</span>
      {made && (
        <time dateTime={step.at}>
          {made.day !== null && <span>{made.day} </span>}
          <span>{made.clock}</span>
        </time>
      )}
      {standing !== 'done' && (
        <span className="visually-hidden">{standing === 'present' ? ', the book is here' : ', undone'}</span>
      )}
    </div>
  )
})

/** The place a key takes the keyboard to, perhaps beyond the ends; null for a key that moves nothing. */
function movedBy(key: string, place: number, last: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return place + 1
    case 'ArrowDown':
      return place - 1
    case 'PageUp':
      return place + rowsPerPage
    case 'PageDown':
      return place - rowsPerPage
    case 'Home':
      return last
    case 'End':
      return 0
    default:
      return null
  }
}

/** Scrolls a row into view, and no further. */
function reveal(list: HTMLElement, row: number): void {
  const lowest = row * rowHeight
  const highest = lowest + rowHeight - list.clientHeight
  list.scrollTop = Math.min(lowest, Math.max(highest, list.scrollTop))
}

/** When a step was made, by the clock of this machine; the day too, where it is not today. */
function timeOf(at: string): { day: string | null; clock: string } {
  const time = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return {
    day: time.toDateString() === new Date().toDateString() ? null : formatDate(day),
    clock: timeOfDay(time),
  }
}

import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { type DayNumber, monthsAfter } from '../../shared/days.ts'
import type { AsOfReading } from './AsOfMark.tsx'
import { dropPreview } from '../stores/preview.ts'
import { asOfNow, commitAsOf, previewAsOf, stepAsOf } from './asOfDrag.ts'
import styles from './charts.module.css'
import { plotArea } from './plotArea.ts'

interface AsOfSliderProps {
  reading: AsOfReading
  /** The days the plot spans. */
  from: DayNumber
  until: DayNumber
  width: number
  height: number
}

/** The handle over the as-of line of a chart: dragged by the pointer, moved by keys. Letting go is one edit. */
export function AsOfSlider({ reading: { day, lines }, from, until, width, height }: AsOfSliderProps) {
  const isDragging = useRef(false)
  useEffect(() => () => void (isDragging.current && dropPreview()), [])
  const area = plotArea(width, height)
  const within = (asked: number) => Math.min(Math.max(Math.round(asked), from), until)
  const dayAt = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.parentElement!.getBoundingClientRect()
    return within(from + ((event.clientX - left - area.left) / area.width) * (until - from))
  }
  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    isDragging.current = true
  }
  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    if (isDragging.current) previewAsOf(dayAt(event))
  }
  function onPointerUp(): void {
    if (isDragging.current) commitAsOf()
    isDragging.current = false
  }
  function giveUp(): void {
    isDragging.current = false
    dropPreview()
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && isDragging.current) {
      event.preventDefault()
      event.stopPropagation()
      return giveUp()
    }
    const current = asOfNow()
    const next = steppedDay(event, current, from, until)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    if (within(next) !== current) stepAsOf(within(next))
  }
  const x = area.left + ((within(day) - from) / (until - from || 1)) * area.width
  return (
    <div
      className={styles['asOf']}
      style={{ left: x, top: area.top, height: area.height }}
      role="slider"
      tabIndex={0}
      aria-label="As-of date"
      aria-valuemin={from}
      aria-valuemax={until}
      aria-valuenow={within(day)}
      aria-valuetext={lines.join(', ')}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={giveUp}
      onKeyDown={onKeyDown}
    />
  )
}

/** Where a key takes the line: a day, or with Shift or a page key a month, or an end; null for any other key. */
function steppedDay(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  day: DayNumber,
  from: DayNumber,
  until: DayNumber,
): DayNumber | null {
  if (ctrlKey || metaKey || altKey) return null
  const step = (by: 1 | -1) => (shiftKey ? monthsAfter(day, by) : day + by)
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return step(1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return step(-1)
    case 'PageUp':
      return monthsAfter(day, 1)
    case 'PageDown':
      return monthsAfter(day, -1)
    case 'Home':
      return from
    case 'End':
      return until
    default:
      return null
  }
}

import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { defaultPreferences } from '../../shared/contract/defaults.ts'
import { sheetShares } from '../../shared/contract/sheetShares.ts'
import { prefer, usePreferences } from '../stores/preferences.ts'
import styles from './SplitHandle.module.css'

const { least, most } = sheetShares
const within = (share: number) => Math.min(most, Math.max(least, Math.round(share)))

/** Between terms and figures: dragged, or moved by the arrow keys, it gives the one room and takes it from the other. */
export function SplitHandle() {
  const share = usePreferences(({ sheetShare }) => sheetShare)
  const [dragged, setDragged] = useState<number | null>(null)

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (dragged === null) return
    const next = shareAt(event)
    event.currentTarget.parentElement!.style.setProperty('--sheet-share', String(next))
    setDragged(next)
  }

  function onPointerUp(): void {
    if (dragged !== null) prefer({ sheetShare: dragged })
    setDragged(null)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = keyed(event.key, share)
    if (next === null) return
    event.preventDefault()
    prefer({ sheetShare: within(next) })
  }

  return (
    <div
      role="separator"
      tabIndex={0}
      className={styles['handle']}
      aria-orientation="horizontal"
      aria-label="Room for terms and figures"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={dragged ?? share}
      aria-valuetext={`${dragged ?? share} % for terms`}
      title="Drag to give terms or figures more room"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragged(share)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onDoubleClick={() => prefer({ sheetShare: defaultPreferences.sheetShare })}
      onKeyDown={onKeyDown}
    />
  )
}

/** The share of the height of both that lies above the pointer, in per cent. */
function shareAt({ clientY, currentTarget }: PointerEvent<HTMLDivElement>): number {
  const top = currentTarget.previousElementSibling!.getBoundingClientRect().top
  const bottom = currentTarget.nextElementSibling!.getBoundingClientRect().bottom
  return within(((clientY - top) / (bottom - top)) * 100)
}

const step = 4

function keyed(key: string, share: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return share - step
    case 'ArrowDown':
      return share + step
    case 'Home':
      return least
    case 'End':
      return most
    case 'Enter':
      return defaultPreferences.sheetShare
    default:
      return null
  }
}

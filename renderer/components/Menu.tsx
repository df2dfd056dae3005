import { cloneElement, lazy, type ReactElement, Suspense, useState } from 'react'

export type MenuEntry = { label: string; shortcut?: string; run(): void; isDisabled?: boolean } | 'separator'

export interface MenuProps {
  trigger: ReactElement<{ onClick?(): void; 'aria-haspopup'?: 'menu' }>
  /** Asked for each time it opens: what can be done is what can be done then. */
  entries(): readonly MenuEntry[]
}

const OpenMenu = lazy(async () => ({ default: (await import('../popups.ts')).OpenMenu }))

/** A button that opens a menu of actions. Until it is first pressed it is only a button: a screen has many. */
export function Menu({ trigger, entries }: MenuProps) {
  const [isUsed, setUsed] = useState(false)
  const button = cloneElement(trigger, { onClick: () => setUsed(true), 'aria-haspopup': 'menu' })
  if (!isUsed) return button
  return (
    <Suspense fallback={button}>
      <OpenMenu trigger={trigger} entries={entries} />
    </Suspense>
  )
}

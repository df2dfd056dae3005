import { Menu as Base } from '@base-ui/react/menu'
import { cloneElement, type ReactElement, useState } from 'react'
import controls from '../styles/controls.module.css'

export type MenuEntry = { label: string; shortcut?: string; run(): void; isDisabled?: boolean } | 'separator'

interface MenuProps {
  trigger: ReactElement<{ onClick?(): void }>
  entries: readonly MenuEntry[]
}

/** A button that opens a menu of actions. Until it is first pressed it is only a button: a screen has many. */
export function Menu({ trigger, entries }: MenuProps) {
  const [isUsed, setUsed] = useState(false)
  if (!isUsed) return cloneElement(trigger, { onClick: () => setUsed(true) })
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start">
          <Base.Popup className={controls['popup']}>
            {entries.map((entry, index) =>
              entry === 'separator' ? (
                <Base.Separator key={`separator-${index}`} className={controls['separator']} />
              ) : (
                <Base.Item
                  key={entry.label}
                  className={controls['item']}
                  disabled={entry.isDisabled ?? false}
                  onClick={entry.run}
                >
                  {entry.label}
                  {entry.shortcut !== undefined && (
                    <span className={controls['shortcut']}>{entry.shortcut}</span>
                  )}
                </Base.Item>
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import controls from '../styles/controls.module.css'

export type MenuEntry = { label: string; shortcut?: string; run(): void; isDisabled?: boolean } | 'separator'

/** A button that opens a menu of actions. */
export function Menu({ trigger, entries }: { trigger: ReactElement; entries: readonly MenuEntry[] }) {
  return (
    <Base.Root>
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

import { Menu as Base } from '@base-ui/react/menu'
import controls from '../styles/controls.module.css'
import type { MenuProps } from './Menu.tsx'

/** A menu from its first opening on. */
export function OpenMenu({ trigger, entries }: MenuProps) {
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start">
          <Base.Popup className={controls['popup']}>
            <Entries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Entries({ entries }: Pick<MenuProps, 'entries'>) {
  return entries().map((entry, index) =>
    entry === 'separator' ? (
      <Base.Separator key={index} className={controls['separator']} />
    ) : (
      <Base.Item
        key={index}
        className={controls['item']}
        disabled={entry.isDisabled ?? false}
        onClick={entry.run}
      >
        {entry.label}
        {entry.shortcut !== undefined && <span className={controls['shortcut']}>{entry.shortcut}</span>}
      </Base.Item>
    ),
  )
}

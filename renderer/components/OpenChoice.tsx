import { Select } from '@base-ui/react/select'
import controls from '../styles/controls.module.css'
import type { ChoiceProps } from './Choice.tsx'
import { Icon } from './Icon.tsx'

interface OpenChoiceProps<Id extends string> extends ChoiceProps<Id> {
  onClose?(): void
}

/** A choice from its first opening on; it is open to begin with. */
export function OpenChoice<Id extends string>({
  label,
  value,
  options,
  onChoose,
  onClose,
  className,
}: OpenChoiceProps<Id>) {
  return (
    <Select.Root<Id>
      items={options.map((option) => ({ value: option.id, label: option.label }))}
      value={value}
      defaultOpen
      modal={false}
      onValueChange={(chosen) => chosen !== null && onChoose(chosen)}
      onOpenChangeComplete={(open) => !open && onClose?.()}
    >
      <Select.Trigger className={className ?? controls['button']} aria-label={label}>
        <Select.Value />
        <Select.Icon>
          <Icon name="open" />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner sideOffset={4} alignItemWithTrigger={false} align="end">
          <Select.Popup className={controls['popup']}>
            {options.map((option) => (
              <Select.Item key={option.id} value={option.id} className={controls['item']}>
                <Select.ItemText>{option.label}</Select.ItemText>
                <Select.ItemIndicator>
                  <Icon name="chosen" />
                </Select.ItemIndicator>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  )
}

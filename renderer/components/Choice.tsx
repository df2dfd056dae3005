import { Select } from '@base-ui/react/select'
import controls from '../styles/controls.module.css'
import { Icon } from './Icon.tsx'

interface ChoiceProps<Id extends string> {
  label: string
  value: Id
  options: readonly { id: Id; label: string }[]
  onChoose(id: Id): void
  /** Open from the start, as a cell that is edited is. */
  isOpen?: boolean
  onClose?(): void
  className?: string
}

/** One of a few words. */
export function Choice<Id extends string>({
  label,
  value,
  options,
  onChoose,
  isOpen = false,
  onClose,
  className,
}: ChoiceProps<Id>) {
  return (
    <Select.Root<Id>
      items={options.map((option) => ({ value: option.id, label: option.label }))}
      value={value}
      defaultOpen={isOpen}
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

import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { Icon } from '../components/Icon.tsx'
import { closeDialog } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import styles from './dialogs.module.css'

/** A dialog over the workbench: its title, what it is for, and what is in it. Escape and a press beside it close it. */
export function AppDialog({
  title,
  explanation,
  isWide = false,
  children,
}: {
  title: string
  explanation?: string
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) closeDialog()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={`${styles['dialog']} ${isWide ? styles['wide'] : ''}`}>
          <header className={styles['head']}>
            <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
            <Dialog.Close className={`${controls['quiet']} ${controls['icon']}`} aria-label="Close">
              <Icon name="close" />
            </Dialog.Close>
          </header>
          {explanation !== undefined && (
            <Dialog.Description className={styles['explanation']}>{explanation}</Dialog.Description>
          )}
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

import { app, BrowserWindow, shell, type WebContents } from 'electron'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Result } from '../../../shared/contract/result.ts'
import { usualCurrency } from '../../../shared/format/currency.ts'
import type { Desk } from '../../core.ts'
import { copyImage } from './clipboard.ts'
import { systemRegion } from './region.ts'
import { askBeforeLosing } from './closing.ts'
import type { CoreBesidePage } from './coreBesidePage.ts'
import { survive } from './crashes.ts'
import { dialogs } from './dialogs.ts'
import { createPrinter } from './printing.ts'
import { openWorkbench } from './window.ts'

/** The windows of the app, each with what stands behind it. */
export interface Desks {
  /** Opens a window with a book, or with the one that was open last. */
  open(book: string | null): void
  /** What stands behind a page; null where nothing does. */
  behind(page: WebContents): Promise<Desk> | null
}

export function openDesks({ core, start }: Pick<CoreBesidePage, 'core' | 'start'>): Desks {
  const desks = new Map<number, Promise<Desk>>()
  app.on('will-quit', () => {
    for (const desk of desks.values()) void desk.then(({ registry }) => registry.close())
  })
  return {
    behind: (page) => desks.get(page.id) ?? null,
    open(book) {
      const window = openWorkbench()
      askBeforeLosing(window)
      const page = window.webContents.id
      // The page of a summary belongs to the desk whose book it shows.
      const lend = (hidden: number) => {
        desks.set(hidden, desk)
        return () => void desks.delete(hidden)
      }
      const desk: Promise<Desk> = core().then((started) =>
        started.openDesk({
          book,
          focus: () => toFront(window),
          shell: {
            kind: 'desktop',
            dialogs: dialogs(window),
            printer: createPrinter(lend),
            reveal: (path) => shell.showItemInFolder(path),
            region: systemRegion(),
            copyImage,
          },
        }),
      )
      desks.set(page, desk)
      survive(window, async (channel) => {
        start()
        // No page is there to ask for the currency.
        const input =
          channel === 'book.new' ? { currency: usualCurrency(systemRegion() ?? app.getLocale()) } : {}
        const answer = (await (await desk).dispatch(channel, input)) as Result<Output<typeof channel>>
        return answer.ok && answer.value.status === 'opened'
      })
      window.on('closed', () => {
        desks.delete(page)
        void desk.then(({ registry }) => registry.close())
      })
    },
  }
}

function toFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** The window that has the keyboard, or where none of the app’s has it, one that is in view. */
export const lastWindow = (): BrowserWindow | undefined =>
  BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().find((each) => each.isVisible())

/** Brings the window used last to the front. */
export function showLastWindow(): void {
  const window = lastWindow()
  if (window) toFront(window)
}

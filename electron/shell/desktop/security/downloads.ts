import type { Session } from 'electron'

/** Files leave the app only through its own save dialogs. */
export function denyDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault())
}

/** What went wrong behind the scenes, on standard error: for whoever starts the app from a terminal. */
export function log(what: string, error?: unknown): void {
  console.error(`offtake: ${what}`, error ?? '')
}

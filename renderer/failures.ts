import { notify } from './stores/notice.ts'

/** Writes an error as a sentence for a person. */
export function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/dynamically imported module|importing a module/i.test(message))
    return 'A part of Offtake could not be read from its folder. Start Offtake again; if that does not help, install it again.'
  return `The error was: ${message.replace(/\.?$/, '.')}`
}

/** Browsers report this when a layout takes two turns; nothing is lost by it. */
const isHarmless = (message: string) => message.startsWith('ResizeObserver loop')

/** Puts into a sentence what goes wrong outside of drawing: in an answer to an event, or in a promise nobody awaits. */
export function reportFailures(): void {
  const report = (error: unknown) =>
    notify(
      'error',
      `Something went wrong, and the last thing you did may not have happened. ${sentenceOf(error)} What was saved before is in the book.`,
    )
  window.addEventListener('error', ({ error, message }) => {
    if (!isHarmless(message)) report(error ?? message)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => report(reason))
}

const mark = '#crashed'

/** Says, where the shell has read the page again after a crash, that it did, and what may be missing. */
export function reportCrash(): void {
  if (location.hash !== mark) return
  history.replaceState(null, '', location.pathname)
  notify(
    'error',
    'The window stopped working and was read again from the book’s file. Every edit that was saved is in it; what was typed in the second before may be missing.',
  )
}

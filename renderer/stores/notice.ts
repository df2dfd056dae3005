import { create } from 'zustand'

/**
 * One sentence about what just happened, or is being done, that is not about a single field. Errors stay until they are closed,
 * and what is being done until it is done.
 */
export interface Notice {
  tone: 'info' | 'error' | 'working'
  text: string
  /** The button beside the sentence. */
  action: NoticeAction | null
}

export interface NoticeAction {
  label: string
  run(): void
}

export const useNotice = create<{ notice: Notice | null }>()(() => ({ notice: null }))

/** Milliseconds a sentence stays that needs no answer, without and with something to press. */
const shownFor = { alone: 6000, withAction: 15_000 }
let timer: ReturnType<typeof setTimeout> | undefined

export function notify(tone: Notice['tone'], text: string, action: NoticeAction | null = null): void {
  clearTimeout(timer)
  useNotice.setState({ notice: { tone, text, action } })
  const time = action ? shownFor.withAction : shownFor.alone
  if (tone === 'info') timer = setTimeout(dismissNotice, time)
}

/** Says that work is under way, until the answer is called; what is said meanwhile takes its place. */
export function notifyWorking(text: string): () => void {
  notify('working', text)
  const { notice } = useNotice.getState()
  return () => {
    if (useNotice.getState().notice === notice) dismissNotice()
  }
}

export const dismissNotice = (): void => useNotice.setState({ notice: null })

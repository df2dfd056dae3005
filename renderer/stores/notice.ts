import { create } from 'zustand'

/** One sentence about what just happened that is not about a single field. Errors stay until they are closed. */
export interface Notice {
  tone: 'info' | 'error'
  text: string
  /** What can be done about it, as a button beside the sentence. */
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

export const dismissNotice = (): void => useNotice.setState({ notice: null })

import { create } from 'zustand'

/** One sentence about what just happened that is not about a single field. Errors stay until they are closed. */
export interface Notice {
  tone: 'info' | 'error'
  text: string
}

export const useNotice = create<{ notice: Notice | null }>()(() => ({ notice: null }))

const shownFor = 6000
let timer: ReturnType<typeof setTimeout> | undefined

export function notify(tone: Notice['tone'], text: string): void {
  clearTimeout(timer)
  useNotice.setState({ notice: { tone, text } })
  if (tone === 'info') timer = setTimeout(dismissNotice, shownFor)
}

export const dismissNotice = (): void => useNotice.setState({ notice: null })

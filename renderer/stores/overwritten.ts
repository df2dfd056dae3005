import { create } from 'zustand'
import type { AppError } from '../../shared/contract/result.ts'

/** Why nothing more can be written to the open book's own file, for as long as that is so; null where it can. */
export const useOverwritten = create<{ reason: AppError | null }>()(() => ({ reason: null }))

/** Notes that the book's file was overwritten or is gone: the screen offers what can be done about it. */
export const noteOverwritten = (reason: AppError): void => useOverwritten.setState({ reason })

export const forgetOverwritten = (): void => {
  if (useOverwritten.getState().reason) useOverwritten.setState({ reason: null })
}

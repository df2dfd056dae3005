import { create } from 'zustand'
import type { Output } from '../../shared/contract/contract.ts'
import { ask } from '../api.ts'

/** What the app runs in. */
export const useInfo = create<Output<'app.info'>>()(() => ({
  shell: 'browser',
  version: '',
  platform: '',
  region: null,
}))

export async function loadInfo(): Promise<void> {
  const answer = await ask('app.info', {})
  if (answer.ok) useInfo.setState(answer.value)
}

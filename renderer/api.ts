import type { Bridge, ChannelName } from '../shared/contract/channels.ts'
import type { Input, Output } from '../shared/contract/contract.ts'
import { fail, type Result } from '../shared/contract/result.ts'
import { noteOverwritten } from './stores/overwritten.ts'

declare global {
  interface Window {
    offtake: Bridge
  }
}

/**
 * Asks the core. The one place that trusts the shape of an answer: both sides are built from one contract, and the
 * core has checked the answer against it.
 */
export async function ask<C extends ChannelName>(channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  try {
    const answer = JSON.parse(await window.offtake.call(channel, input)) as Result<Output<C>>
    if (!answer.ok && answer.error.code === 'overwritten') noteOverwritten(answer.error)
    return answer
  } catch {
    return fail(
      'internal',
      'Offtake’s core did not answer. What was saved before is still in the book; start Offtake again.',
    )
  }
}

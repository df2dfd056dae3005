import type { ChannelName } from '../../shared/contract/channels.ts'
import type { Handlers } from './router.ts'

/** Handlers that are read when one of them is first asked for: no start needs them, and it would wait for them. */
export function later<C extends ChannelName>(
  channels: readonly C[],
  load: () => Promise<Pick<Handlers, C>>,
): Pick<Handlers, C> {
  const handlers = channels.map((channel) => [
    channel,
    async (input: never) => (await load())[channel](input),
  ])
  return Object.fromEntries(handlers) as Pick<Handlers, C>
}

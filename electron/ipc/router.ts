import { type ChannelName, channelNames } from '../../shared/contract/channels.ts'
import { contract, type Input, type Output } from '../../shared/contract/contract.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { log } from '../log.ts'

export type Handlers = {
  [C in ChannelName]: (input: Input<C>) => Result<Output<C>> | Promise<Result<Output<C>>>
}

export type Dispatch = (channel: string, input: unknown) => Promise<Result<unknown>>

const isChannel = (name: string): name is ChannelName => (channelNames as readonly string[]).includes(name)

/** One way in for every shell: schema in, handler, schema out, `Result`. It never throws. */
export function createRouter(handlers: Handlers): Dispatch {
  return async (channel, input) => {
    if (!isChannel(channel)) return fail('invalid-input', 'There is no such request.')
    try {
      return await answer(handlers, channel, input)
    } catch (error) {
      log(`${channel} failed`, error)
      return fail('internal', 'Something went wrong inside Offtake. What was saved before is still there.')
    }
  }
}

async function answer<C extends ChannelName>(
  handlers: Handlers,
  channel: C,
  input: unknown,
): Promise<Result<unknown>> {
  const asked = contract[channel].input.safeParse(input)
  if (!asked.success) {
    const [issue] = asked.error.issues
    const where = issue?.path.join('.') ?? ''
    return fail(
      'invalid-input',
      `The request was not understood${where && ` (${where})`}. Nothing was changed.`,
    )
  }
  const result = await handlers[channel](asked.data as Input<C>)
  return result.ok ? ok(contract[channel].output.parse(result.value)) : result
}

import { expect, it } from 'vitest'
import { actions, type ActionName } from './actions.ts'
import { interruptAtRandom } from './interrupting.ts'

it('whatever is done to a book, a kill in the middle of it loses nothing', async () => {
  const table = await interruptAtRandom(Object.keys(actions) as ActionName[], 1, 30)
  for (const row of Object.values(table)) expect(row).toMatchObject({ torn: 0, lost: 0, stopped: 0, left: 0 })
})

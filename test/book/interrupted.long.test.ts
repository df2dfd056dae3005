import { expect, it } from 'vitest'
import { actions, type ActionName } from './actions.ts'
import { interruptAtEachStep, interruptAtRandom } from './interrupting.ts'

const names = Object.keys(actions) as ActionName[]

it('whatever is done to a book, a kill in the middle of it loses nothing', async () => {
  const table = await interruptAtRandom(names, 6)
  console.table(table)
  for (const row of Object.values(table)) expect(row).toMatchObject({ torn: 0, lost: 0, stopped: 0, left: 0 })
})

it('nor does a kill between any two things that are done to its files', async () => {
  const table = await interruptAtEachStep(names)
  console.table(table)
  for (const row of Object.values(table)) expect(row).toMatchObject({ torn: 0, lost: 0, stopped: 0, left: 0 })
})

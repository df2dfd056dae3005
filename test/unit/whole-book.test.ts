import { expect, it } from 'vitest'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { wholeBook } from '../../shared/salvage/wholeBook.ts'

it('deals that contradict themselves lose their lists, or go with all their parts; the others keep theirs', () => {
  const book = sampleBook()
  const [step] = Object.values(book.rampSteps).filter(({ chargeId }) =>
    chargeId.startsWith('colossus-lease/'),
  )
  const parts = {
    ...book,
    // The same months twice.
    rampSteps: { ...book.rampSteps, again: { ...step!, id: 'again' } },
    // 1,473 months, of 900 at most.
    deals: {
      ...book.deals,
      'colossus-second-lease': { ...book.deals['colossus-second-lease']!, end: '2149-01-01' },
    },
  }
  const { book: whole, missing } = wholeBook(parts, book)
  expect(missing.map((sentence) => sentence.split(':')[0])).toEqual([
    '“Colossus lease” lost its steps and lists, which contradicted what is left of it',
    '“Colossus second lease” contradicted itself and was left out',
  ])
  expect(Object.keys(whole.deals).toSorted()).toEqual(['colossus-lease', 'colossus-longer-ramp'])
  for (const record of [whole.charges, whole.tranches, whole.terminationRights, whole.evidence])
    expect(Object.values(record).filter(({ dealId }) => dealId === 'colossus-second-lease')).toEqual([])
  const stepsOf = (deal: string, { rampSteps }: typeof book) =>
    Object.values(rampSteps).filter(({ chargeId }) => chargeId.startsWith(`${deal}/`))
  expect(stepsOf('colossus-lease', whole)).toEqual([])
  expect(stepsOf('colossus-longer-ramp', whole)).toEqual(stepsOf('colossus-longer-ramp', book))
  expect(stepsOf('colossus-longer-ramp', whole).length).toBeGreaterThan(0)
})

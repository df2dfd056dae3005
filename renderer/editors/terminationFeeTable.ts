import type { Party } from '../../shared/schema/deal.ts'
import { limits } from '../../shared/schema/limits.ts'
import type { TerminationFeeTerm } from '../../shared/schema/termination.ts'
import { amount } from '../../shared/terms/fields.ts'
import { plainTerminationFees } from '../../shared/terms/terminationFeeTerms.ts'
import { nextStep, spanColumns } from './datedSteps.ts'
import { fieldColumn, type StepTable } from './stepTable.ts'

export const terminationFeeTable = (party: Party): StepTable<TerminationFeeTerm> => ({
  title: () => `${party === 'buyer' ? 'Buyer' : 'Provider'}’s fee for leaving, where service ends`,
  row: 'step',
  add: 'Add a step',
  none: 'Leaving costs nothing beside the fees of the notice.',
  most: limits.steps,
  columns: [...spanColumns<TerminationFeeTerm>(), fieldColumn('amount', 'Amount', 140, amount('120m'))],
  read: (terms) => plainTerminationFees(terms, party),
  write: ({ rights }, steps) => ({
    type: 'terminationFees.set',
    rightId: rights[party].id,
    steps: [...steps],
  }),
  make: (terms, steps) => nextStep(terms, steps, (span) => ({ amount: 0, ...steps.at(-1), ...span })),
})

import type { ComponentType } from 'react'
import type { Command } from '../../shared/commands/command.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { formatPercent, formatTermAmount } from '../../shared/format/number.ts'
import { parseAmount } from '../../shared/format/parse.ts'
import type { DeliveryTerm, Party, RampTerm, TerminationFeeTerm } from '../../shared/schema/deal.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import {
  parseDeliveryShare,
  parseRampValue,
  plainDelivery,
  plainRamp,
  rampBases,
  rampValueInput,
  withBasis,
} from '../../shared/terms/steps.ts'
import { plainTerminationFees } from '../../shared/terms/terminationFeeTerms.ts'
import { Choice } from '../components/Choice.tsx'
import { CommittedField } from '../components/CommittedField.tsx'

interface CellsProps<Step> {
  step: Step
  index: number
  terms: DealTerms
  style: NumberStyle
  /** Answers with why not, or null. */
  onChange(step: Step): string | null
}

/** What sets the tables of steps apart: their words, their own columns, and the command they write. */
export interface StepKind<Step> {
  title: string
  none: string
  columns: readonly string[]
  read(terms: DealTerms): Step[]
  write(terms: DealTerms, steps: readonly Step[]): Command
  make(span: { from: string; until: string }, terms: DealTerms): Step
  Cells: ComponentType<CellsProps<Step>>
  /** What the steps come to month by month, where that can be drawn. */
  preview?: 'ramp' | 'delivery'
}

function RampCells({ step, index, terms, style, onChange }: CellsProps<RampTerm>) {
  return (
    <>
      <td>
        <Choice
          label={`Basis, step ${index + 1}`}
          value={step.basis}
          options={rampBases}
          onChoose={(basis) => onChange(withBasis(step, basis, terms.charge.monthlyFee))}
        />
      </td>
      <td>
        <CommittedField
          label={`Value, step ${index + 1}`}
          isLabelHidden
          value={rampValueInput(step, style)}
          onCommit={(text) => {
            const parsed = parseRampValue(text, step, style)
            return parsed.ok ? onChange(parsed.value) : parsed.problem
          }}
        />
      </td>
    </>
  )
}

function DeliveryCells({ step, index, style, onChange }: CellsProps<DeliveryTerm>) {
  return (
    <td>
      <CommittedField
        label={`Share delivered, step ${index + 1}`}
        isLabelHidden
        value={formatPercent(step.share, style.locale)}
        onCommit={(text) => {
          const share = parseDeliveryShare(text, style.locale)
          return share.ok ? onChange({ ...step, share: share.value }) : share.problem
        }}
      />
    </td>
  )
}

function FeeCells({ step, index, style, onChange }: CellsProps<TerminationFeeTerm>) {
  return (
    <td>
      <CommittedField
        label={`Amount, step ${index + 1}`}
        isLabelHidden
        value={formatTermAmount(step.amount, style)}
        onCommit={(text) => {
          const amount = parseAmount(text, style)
          return amount.ok ? onChange({ ...step, amount: amount.value }) : amount.problem
        }}
      />
    </td>
  )
}

const half = 500_000

export const rampKind: StepKind<RampTerm> = {
  title: 'Ramp',
  preview: 'ramp',
  none: 'The standard fee is payable from the start.',
  columns: ['Basis', 'Value'],
  read: plainRamp,
  write: ({ charge }, steps) => ({ type: 'ramp.set', chargeId: charge.id, steps: [...steps] }),
  make: (span, { ramp }) => {
    const last = ramp.at(-1)
    return last
      ? { ...span, basis: last.basis, share: last.share, fixedFee: last.fixedFee }
      : { ...span, basis: 'percentOff', share: half, fixedFee: null }
  },
  Cells: RampCells,
}

export const deliveryKind: StepKind<DeliveryTerm> = {
  preview: 'delivery',
  title: 'Share of capacity delivered',
  none: 'All of the capacity is delivered from the start.',
  columns: ['Share delivered'],
  read: plainDelivery,
  write: ({ tranche }, steps) => ({ type: 'delivery.set', trancheId: tranche.id, steps: [...steps] }),
  make: (span, { delivery }) => ({ ...span, share: delivery.at(-1)?.share ?? half }),
  Cells: DeliveryCells,
}

const feesKind = (party: Party): StepKind<TerminationFeeTerm> => ({
  title: `${party === 'buyer' ? 'Buyer' : 'Provider'}’s fee for leaving, where service ends`,
  none: 'Leaving costs nothing beside the fees of the notice.',
  columns: ['Amount'],
  read: (terms) => plainTerminationFees(terms, party),
  write: ({ rights }, steps) => ({
    type: 'terminationFees.set',
    rightId: rights[party].id,
    steps: [...steps],
  }),
  make: (span, { terminationFees }) => ({ ...span, amount: terminationFees[party].at(-1)?.amount ?? 0 }),
  Cells: FeeCells,
})

export const buyerFeesKind = feesKind('buyer')
export const providerFeesKind = feesKind('provider')

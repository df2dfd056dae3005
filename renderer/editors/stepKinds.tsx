import type { ComponentType } from 'react'
import type { Command } from '../../shared/commands/command.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import { formatPercent } from '../../shared/format/number.ts'
import type { DeliveryTerm, RampTerm } from '../../shared/schema/deal.ts'
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

/** What sets the two tables of steps apart: their words, their own columns, and the command they write. */
export interface StepKind<Step> {
  id: 'ramp' | 'delivery'
  title: string
  none: string
  columns: readonly string[]
  read(terms: DealTerms): Step[]
  write(terms: DealTerms, steps: readonly Step[]): Command
  make(span: { from: string; until: string }, terms: DealTerms): Step
  Cells: ComponentType<CellsProps<Step>>
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

const half = 500_000

export const rampKind: StepKind<RampTerm> = {
  id: 'ramp',
  title: 'Ramp',
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
  id: 'delivery',
  title: 'Share of capacity delivered',
  none: 'All of the capacity is delivered from the start.',
  columns: ['Share delivered'],
  read: plainDelivery,
  write: ({ tranche }, steps) => ({ type: 'delivery.set', trancheId: tranche.id, steps: [...steps] }),
  make: (span, { delivery }) => ({ ...span, share: delivery.at(-1)?.share ?? half }),
  Cells: DeliveryCells,
}

import { escalator, rampStep } from '../schema/charge.ts'
import type { ChargeTerms, TrancheTerms } from '../schema/dealTerms.ts'
import { firstChargeLabel, firstTrancheLabel, newCharge, newTranche } from '../schema/newParts.ts'
import { deliveryStep } from '../schema/tranche.ts'
import { type DealDocument, rateFields } from './dealDocument.ts'
import { byFrom, checked, dealId, inPpm, type TrancheIds, trancheOwner } from './part.ts'
import type { DealProblem } from './problems.ts'

type Part<Key extends 'tranches' | 'charges'> = NonNullable<DealDocument[Key]>[number]

/** The tranche in one place of a document; what is wrong with its steps goes to `problems`. */
export function readTranche(
  { delivery = [], id: _id, ...tranche }: Part<'tranches'>,
  position: number,
  problems: DealProblem[],
): TrancheTerms {
  const owner = trancheOwner(position)
  const place = `tranches[${position}].delivery`
  return {
    tranche: {
      label: position === 0 ? firstTrancheLabel : `Tranche ${position + 1}`,
      ...newTranche,
      ...inPpm(tranche, rateFields.tranche),
      id: owner,
      dealId,
      position,
    },
    delivery: byFrom(delivery).flatMap((step, i) =>
      checked(deliveryStep, problems, place, 'each step has a share or a number of GPUs.', {
        share: null,
        gpus: null,
        ...inPpm(step, rateFields.delivery),
        id: `${owner}/delivery-${i + 1}`,
        trancheId: owner,
      }),
    ),
  }
}

/** The charge in one place of a document; what is wrong with its ramp or escalator goes to `problems`. */
export function readCharge(
  { ramp = [], escalator: rising = null, usage = [], tranche, ...charge }: Part<'charges'>,
  position: number,
  trancheIds: TrancheIds,
  problems: DealProblem[],
): ChargeTerms {
  const owner = `${dealId}/${position === 0 ? 'fee' : `charge-${position + 1}`}`
  const place = `charges[${position}]`
  const [escalates = null] = rising
    ? checked(escalator, problems, `${place}.escalator`, 'its cap must not lie below its floor.', {
        // A cap and a floor hold an index; a fixed rate has none.
        kind: rising.cap == null && rising.floor == null ? 'fixed' : 'index',
        cap: null,
        floor: null,
        everyMonths: 12,
        appliesTo: 'standard',
        decimals: null,
        carried: false,
        ...inPpm(rising, rateFields.escalator),
        id: `${owner}/escalator`,
        chargeId: owner,
      })
    : []
  const oneValue = 'a percentage has a share, a fixed fee an amount (fixedFee), and pro rata neither.'
  return {
    charge: {
      label: position === 0 ? firstChargeLabel : `Charge ${position + 1}`,
      ...newCharge,
      ...inPpm(charge, rateFields.charge),
      trancheId: tranche ? (trancheIds.get(tranche) ?? null) : null,
      id: owner,
      dealId,
      position,
    },
    ramp: byFrom(ramp).flatMap((step, i) =>
      checked(rampStep, problems, `${place}.ramp`, oneValue, {
        share: null,
        fixedFee: null,
        ...inPpm(step, rateFields.ramp),
        id: `${owner}/ramp-${i + 1}`,
        chargeId: owner,
      }),
    ),
    escalator: escalates,
    usage: byFrom(usage).map((step, i) => ({
      ...inPpm(step, rateFields.usage),
      id: `${owner}/usage-${i + 1}`,
      chargeId: owner,
    })),
  }
}

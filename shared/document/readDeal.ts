import { problemOf } from '../commands/rules.ts'
import type { Result } from '../contract/result.ts'
import { currencyDigits } from '../money.ts'
import { wholePpm } from '../rate.ts'
import { escalator, rampStep } from '../schema/charge.ts'
import type { ChargeTerms, DealTerms, TrancheTerms } from '../schema/dealTerms.ts'
import { advance } from '../schema/extras.ts'
import {
  firstChargeLabel,
  firstTrancheLabel,
  forfeitsPrepaid,
  newCharge,
  newDeal,
  newRight,
  newTranche,
} from '../schema/newParts.ts'
import type { TerminationFee } from '../schema/termination.ts'
import { deliveryStep } from '../schema/tranche.ts'
import type { Party } from '../schema/deal.ts'
import { dealDocument, type DealDocument, rateFields } from './dealDocument.ts'
import { type DealProblem, problemsOf } from './problems.ts'

const dealId = 'deal'

/**
 * The terms of a deal given as a document (an object as JSON.parse gives it), or every problem with its place. Nothing
 * throws for any input.
 */
export function readDeal(input: unknown): Result<DealTerms, DealProblem[]> {
  const parsed = dealDocument.safeParse(input, { reportInput: true })
  if (!parsed.success) return { ok: false, error: problemsOf(parsed.error) }
  const references = referenceProblems(parsed.data)
  if (references.length > 0) return { ok: false, error: references }
  const terms = termsOf(parsed.data)
  if (!terms.ok) return terms
  const problem = problemOf(terms.value)
  return problem ? { ok: false, error: [problem] } : terms
}

/** Tranches that charges and advances name, and that are not there. */
function referenceProblems({ tranches = [], charges = [], advances = [] }: DealDocument): DealProblem[] {
  const ids = new Set(tranches.map(({ id }) => id))
  const missing = (kind: string, parts: readonly { tranche?: string | null | undefined }[]) =>
    parts.flatMap(({ tranche }, i) =>
      tranche && !ids.has(tranche)
        ? [
            {
              term: `${kind}[${i}].tranche`,
              message: `${kind}[${i}].tranche: there is no tranche with the id “${tranche}”.`,
            },
          ]
        : [],
    )
  return [...missing('charges', charges), ...missing('advances', advances)]
}

/** A part with its rates in parts per million, and without what is undefined. */
function inPpm<T extends object>(part: T, fields: readonly string[]): T {
  const entries = Object.entries(part)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [
      key,
      fields.includes(key) && typeof value === 'number' ? Math.round(value * wholePpm) : (value as unknown),
    ])
  return Object.fromEntries(entries) as T
}

const byFrom = <T extends { from: string }>(steps: readonly T[]): T[] =>
  steps.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

const trancheId = (id: string | null | undefined): string | null => (id ? `${dealId}/${id}` : null)

function termsOf(document: DealDocument): Result<DealTerms, DealProblem[]> {
  const problems: DealProblem[] = []
  /** A part checked by its own schema, whose one rule is that it has a single value by its basis. */
  const checked = <T>(
    schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
    place: string,
    message: string,
    value: unknown,
  ): T[] => {
    const part = schema.safeParse(value)
    if (part.success) return [part.data]
    problems.push({ term: place, message: `${place}: ${message}` })
    return []
  }
  const { tranches = [{}], charges = [{}], rights = {}, oneOffs = [], advances = [], renewals = [] } = document
  const { currency = 'USD', ...rest } = document
  const { tranches: _t, charges: _c, rights: _r, oneOffs: _o, advances: _a, renewals: _n, ...own } = rest
  const trancheTerms = tranches.map(({ delivery = [], id, ...tranche }, position): TrancheTerms => {
    const owner = id ? `${dealId}/${id}` : position === 0 ? `${dealId}/capacity` : `${dealId}/tranche-${position + 1}`
    const steps = byFrom(delivery).flatMap((step, i) =>
      checked(deliveryStep, `tranches[${position}].delivery`, 'each step has a share or a number of GPUs.', {
        share: null,
        gpus: null,
        ...inPpm(step, rateFields.delivery),
        id: `${owner}/delivery-${i + 1}`,
        trancheId: owner,
      }),
    )
    const label = position === 0 ? firstTrancheLabel : `Tranche ${position + 1}`
    return {
      tranche: {
        label,
        ...newTranche,
        ...inPpm(tranche, rateFields.tranche),
        id: owner,
        dealId,
        position,
      } as TrancheTerms['tranche'],
      delivery: steps,
    }
  })
  const chargeTerms = charges.map((part, position): ChargeTerms => {
    const { ramp = [], escalator: rising = null, usage = [], tranche, ...charge } = part
    const owner = position === 0 ? `${dealId}/fee` : `${dealId}/charge-${position + 1}`
    const place = `charges[${position}]`
    const steps = byFrom(ramp).flatMap((step, i) =>
      checked(
        rampStep,
        `${place}.ramp`,
        'a percentage has a share, a fixed fee an amount (fixedFee), and pro rata neither.',
        {
          share: null,
          fixedFee: null,
          ...inPpm(step, rateFields.ramp),
          id: `${owner}/ramp-${i + 1}`,
          chargeId: owner,
        },
      ),
    )
    const [escalates] = rising
      ? checked(escalator, `${place}.escalator`, 'its cap must not lie below its floor.', {
          kind: 'fixed',
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
    return {
      charge: {
        label: position === 0 ? firstChargeLabel : `Charge ${position + 1}`,
        ...newCharge,
        ...inPpm(charge, rateFields.charge),
        trancheId: trancheId(tranche),
        id: owner,
        dealId,
        position,
      } as ChargeTerms['charge'],
      ramp: steps,
      escalator: escalates ?? null,
      usage: byFrom(usage).map((step, i) => ({
        ...inPpm(step, rateFields.usage),
        id: `${owner}/usage-${i + 1}`,
        chargeId: owner,
      })),
    }
  })
  const right = (party: Party) => {
    const { feeByDate: _fees, ...said } = rights[party] ?? {}
    return {
      ...newRight,
      forfeitsPrepaid: forfeitsPrepaid(party),
      ...inPpm(said, rateFields.right),
      id: `${dealId}/${party}`,
      dealId,
      party,
    } as DealTerms['rights'][Party]
  }
  const feesOf = (party: Party): TerminationFee[] =>
    byFrom(rights[party]?.feeByDate ?? []).map((fee, i) => ({
      ...fee,
      id: `${dealId}/${party}/fee-${i + 1}`,
      rightId: `${dealId}/${party}`,
    }))
  const terms: DealTerms = {
    deal: {
      name: 'Deal',
      ...newDeal,
      ...inPpm(own, rateFields.deal),
      id: dealId,
      position: 0,
      shown: true,
    } as DealTerms['deal'],
    digits: currencyDigits[currency] ?? 2,
    charges: chargeTerms,
    tranches: trancheTerms,
    rights: { buyer: right('buyer'), provider: right('provider') },
    terminationFees: { buyer: feesOf('buyer'), provider: feesOf('provider') },
    oneOffs: oneOffs.map((item, position) => ({ ...item, id: `${dealId}/one-off-${position + 1}`, dealId, position })),
    advances: advances.flatMap(({ tranche, ...item }, position) =>
      checked(advance, `advances[${position}]`, 'it has either an amount or a share.', {
        label: item.kind === 'deposit' ? 'Deposit' : 'Prepayment',
        amount: null,
        share: null,
        paidOn: null,
        creditFrom: 1,
        creditMonths: 0,
        ...inPpm(item, rateFields.advance),
        trancheId: trancheId(tranche),
        id: `${dealId}/advance-${position + 1}`,
        dealId,
        position,
      }),
    ),
    renewals: renewals.map((item, position) => ({
      priceChange: 0,
      noticeDays: 0,
      probability: wholePpm,
      ...inPpm(item, rateFields.renewal),
      id: `${dealId}/renewal-${position + 1}`,
      dealId,
      position,
    })),
    evidence: [],
  }
  return problems.length > 0 ? { ok: false, error: problems } : { ok: true, value: terms }
}

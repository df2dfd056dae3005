import { problemOf } from '../commands/rules.ts'
import type { Result } from '../contract/result.ts'
import { currencyDigits } from '../money.ts'
import { wholePpm } from '../rate.ts'
import type { DealTerms } from '../schema/dealTerms.ts'
import { advance } from '../schema/extras.ts'
import { forfeitsPrepaid, newDeal, newRight } from '../schema/newParts.ts'
import type { TerminationFee } from '../schema/termination.ts'
import type { Party } from '../schema/deal.ts'
import { dealDocument, type DealDocument, rateFields } from './dealDocument.ts'
import { boundsProblem } from './bounds.ts'
import { byFrom, checked, dealId, inPpm, trancheIdsOf } from './part.ts'
import { contradictionProblem, type DealProblem, problemAt, problemsOf } from './problems.ts'
import { evidenceProblems, readEvidence } from './readEvidence.ts'
import { readCharge, readTranche } from './readParts.ts'

/**
 * The terms of a deal given as a document (an object as JSON.parse gives it), or every problem with its place. Nothing
 * throws for any input.
 */
export function readDeal(input: unknown): Result<DealTerms, DealProblem[]> {
  const beyond = boundsProblem(input)
  if (beyond) return { ok: false, error: [beyond] }
  const parsed = dealDocument.safeParse(input, { reportInput: true })
  if (!parsed.success) return { ok: false, error: problemsOf(parsed.error) }
  const references = [...referenceProblems(parsed.data), ...evidenceProblems(parsed.data)]
  if (references.length > 0) return { ok: false, error: references }
  const terms = termsOf(parsed.data)
  if (!terms.ok) return terms
  const problem = problemOf(terms.value)
  return problem ? { ok: false, error: [contradictionProblem(problem)] } : terms
}

/** Tranches with one id, and those that charges and advances name and that are not there. */
function referenceProblems({ tranches = [], charges = [], advances = [] }: DealDocument): DealProblem[] {
  const ids = tranches.map(({ id }) => id)
  const doubled = tranches.flatMap(({ id }, position) =>
    id !== undefined && ids.indexOf(id) < position
      ? [problemAt(`tranches[${position}].id`, `another tranche has the id “${id}” already.`)]
      : [],
  )
  const missing = (kind: string, parts: readonly { tranche?: string | null | undefined }[]) =>
    parts.flatMap(({ tranche }, i) =>
      tranche && !ids.includes(tranche)
        ? [problemAt(`${kind}[${i}].tranche`, `there is no tranche with the id “${tranche}”.`)]
        : [],
    )
  return [...doubled, ...missing('charges', charges), ...missing('advances', advances)]
}

type Said = NonNullable<NonNullable<DealDocument['rights']>[Party]>

/** The basis of a fee for leaving that is given without one. */
function basisOf(
  { feeAmount, feeMonths, feeShare }: Said,
  feeByDate: Said['feeByDate'],
): DealTerms['rights'][Party]['feeBasis'] {
  if (feeByDate !== undefined) return 'byDate'
  if (feeAmount !== undefined) return 'fixed'
  if (feeMonths !== undefined) return 'months'
  return feeShare === undefined ? 'none' : 'share'
}

function termsOf(document: DealDocument): Result<DealTerms, DealProblem[]> {
  const problems: DealProblem[] = []
  const {
    currency = 'USD',
    tranches = [{}],
    charges = [{}],
    rights = {},
    oneOffs = [],
    advances = [],
    renewals = [],
    evidence = [],
    ...own
  } = document
  const trancheIds = trancheIdsOf(tranches)
  const right = (party: Party) => {
    const { feeByDate, ...said } = rights[party] ?? {}
    return {
      ...newRight,
      // Who gives a party's terms of leaving means that it may leave, at the fee that is given.
      allowed: rights[party] !== undefined,
      feeBasis: basisOf(said, feeByDate),
      forfeitsPrepaid: forfeitsPrepaid(party),
      ...inPpm(said, rateFields.right),
      id: `${dealId}/${party}`,
      dealId,
      party,
    }
  }
  const feesOf = (party: Party): TerminationFee[] =>
    byFrom(rights[party]?.feeByDate ?? []).map((fee, i) => ({
      ...inPpm(fee, []),
      id: `${dealId}/${party}/fee-${i + 1}`,
      rightId: `${dealId}/${party}`,
    }))
  const placed = (kind: string, position: number) => ({
    id: `${dealId}/${kind}-${position + 1}`,
    dealId,
    position,
  })
  const terms: DealTerms = {
    deal: {
      name: 'Deal',
      ...newDeal,
      ...inPpm(own, rateFields.deal),
      id: dealId,
      position: 0,
      shown: true,
      archived: false,
    },
    digits: currencyDigits[currency] ?? 2,
    charges: charges.map((charge, position) => readCharge(charge, position, trancheIds, problems)),
    tranches: tranches.map((tranche, position) => readTranche(tranche, position, problems)),
    rights: { buyer: right('buyer'), provider: right('provider') },
    terminationFees: { buyer: feesOf('buyer'), provider: feesOf('provider') },
    oneOffs: oneOffs.map((item, position) => ({ ...inPpm(item, []), ...placed('one-off', position) })),
    advances: advances.flatMap(({ tranche, ...item }, position) =>
      checked(advance, problems, `advances[${position}]`, 'it has either an amount or a share.', {
        label: item.kind === 'deposit' ? 'Deposit' : 'Prepayment',
        amount: null,
        share: null,
        paidOn: null,
        creditFrom: 1,
        creditMonths: 0,
        ...inPpm(item, rateFields.advance),
        trancheId: tranche ? (trancheIds.get(tranche) ?? null) : null,
        ...placed('advance', position),
      }),
    ),
    renewals: renewals.map((item, position) => ({
      priceChange: 0,
      noticeDays: 0,
      probability: wholePpm,
      ...inPpm(item, rateFields.renewal),
      ...placed('renewal', position),
    })),
    evidence: [],
  }
  return problems.length > 0
    ? { ok: false, error: problems }
    : { ok: true, value: { ...terms, evidence: readEvidence(evidence, terms, trancheIds) } }
}

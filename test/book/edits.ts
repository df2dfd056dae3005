import type { Edit } from '../../shared/history/workspace.ts'

const at = '2026-11-20T10:00:00Z'

/** The edit of the sample book that follows its n-th revision: small ones, whole deals that come and go, undos. */
export function editNumber(n: number): Edit {
  const round = Math.floor(n / 5)
  switch (n % 5) {
    case 0:
      return {
        type: 'do',
        at,
        command: {
          type: 'deal.duplicate',
          from: 'colossus-lease',
          dealId: `copy-${round}`,
          name: `Copy ${round}`,
        },
      }
    case 1:
      return {
        type: 'do',
        at,
        command: { type: 'charge.set', chargeId: 'colossus-lease/fee', changes: { monthlyFee: n } },
      }
    case 2:
      return { type: 'undo' }
    case 3:
      return { type: 'redo' }
    default:
      return { type: 'do', at, command: { type: 'deal.remove', dealId: `copy-${round}` } }
  }
}

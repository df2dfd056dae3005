import { ok, type Result } from '../../shared/contract/result.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { chargeSlot, trancheSlot } from '../../shared/terms/slot.ts'
import { focusCell } from '../editors/movement.ts'
import { limits } from '../../shared/schema/limits.ts'
import { edit, useBook, whenSaved } from '../stores/book.ts'
import { notify } from '../stores/notice.ts'
import { showTerm } from '../stores/rows.ts'
import { type CellAddress, startEditing, useView } from '../stores/view.ts'

const termsOf = (dealId: string) => dealTerms(useBook.getState().workspace.book, dealId)

/** A name no other part of the deal has: `Charge 2`. */
function freeLabel(kind: string, labels: readonly string[]): string {
  let number = labels.length + 1
  while (labels.includes(`${kind} ${number}`)) number++
  return `${kind} ${number}`
}

/** One more charge after the others. */
export const newCharge = (dealId: string): Result<void> =>
  edit({
    type: 'charge.add',
    dealId,
    label: freeLabel(
      'Charge',
      termsOf(dealId).charges.map(({ charge }) => charge.label),
    ),
  })

/** One more tranche after the others. */
export const newTranche = (dealId: string): Result<void> =>
  edit({
    type: 'tranche.add',
    dealId,
    label: freeLabel(
      'Tranche',
      termsOf(dealId).tranches.map(({ tranche }) => tranche.label),
    ),
  })

/** One more charge; the keyboard goes to its fee. */
export function addCharge(dealId: string): Result<void> {
  const slot = chargeSlot(termsOf(dealId).charges.length)
  const added = newCharge(dealId)
  return added.ok ? goTo({ dealId, termId: slot.id('monthlyFee') }) : added
}

/** One more tranche; the keyboard goes to its power. */
export function addTranche(dealId: string): Result<void> {
  const slot = trancheSlot(termsOf(dealId).tranches.length)
  const added = newTranche(dealId)
  return added.ok ? goTo({ dealId, termId: slot.id('power') }) : added
}

/**
 * To a deal that was just added: to its name, which is open where it is to be given one. So the next keys are not of the deal
 * the keyboard came from. A deal that found no room beside the others is gone to in the list, which it is said to be in.
 */
export async function goToAdded(dealId: string, isToBeNamed: boolean): Promise<void> {
  if (!useBook.getState().workspace.book.deals[dealId]) await whenSaved() // of a large book the core makes it
  const deal = useBook.getState().workspace.book.deals[dealId]
  if (!deal) return
  if (!deal.shown) return goToListed(dealId, deal.name)
  const cell = { dealId, termId: 'name' }
  goTo(cell)
  // After what the deal was chosen from has given the keyboard back.
  if (isToBeNamed) requestAnimationFrame(() => startEditing(cell))
}

function goToListed(dealId: string, name: string): void {
  notify(
    'info',
    `${name} is in the list of deals and not shown: ${limits.shownDeals} fit side by side. Hide one to show it.`,
  )
  requestAnimationFrame(() => {
    const item = document.querySelector<HTMLElement>(`li[data-deal="${CSS.escape(dealId)}"] > button`)
    if (item) item.focus()
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

/** To a cell, which is given a row where it has none and which the next frame draws; a deal that is not shown has none. */
export function goTo(cell: CellAddress): Result<void> {
  if (useBook.getState().workspace.book.deals[cell.dealId]?.shown) {
    showTerm(termById(cell.termId))
    useView.setState({ active: cell, range: null, tab: 'terms' })
    requestAnimationFrame(() => focusCell(cell))
  }
  return ok(undefined)
}

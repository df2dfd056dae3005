import type { CellAddress } from '../stores/view.ts'

/** The cell an event happened in; null for what stands beside the cells, or is of a popup over them. */
export function cellOf(target: EventTarget | null): CellAddress | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-term][data-deal]') : null
  const { term, deal } = cell?.dataset ?? {}
  return term !== undefined && deal !== undefined ? { termId: term, dealId: deal } : null
}

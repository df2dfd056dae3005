import { conventionsButtonId } from '../views/Valuation.tsx'

/** The keyboard goes to the field of the as-of date, in the top bar. */
export function openAsOf(): void {
  document.querySelector<HTMLElement>('[data-field="As of"]')?.focus()
}

/** Opens the conventions of all figures, in the top bar. */
export function openConventions(): void {
  document.getElementById(conventionsButtonId)?.click()
}

/** The ids of terms whose value names tranches: what a charge is for, and what is paid ahead. */
const chargedFor = /^(?:charge-\d+-)?charge-tranche$/
const ahead = 'advances'

/**
 * A term's value as the catalogue writes it, with its tranches called by other ids: what a source supports speaks of the
 * tranches of its own deal. Ids that `rename` does not know it gives back as they are.
 */
export function withTranches(
  term: string,
  canonical: string | null,
  rename: (id: string) => string,
): string | null {
  if (canonical === null) return null
  if (chargedFor.test(term))
    return canonical.replace(/^"([^"\\]*)"$/, (_all, id: string) => `"${rename(id)}"`)
  if (term === ahead)
    return canonical.replaceAll(
      /"trancheId":"([^"\\]*)"/g,
      (_all, id: string) => `"trancheId":"${rename(id)}"`,
    )
  return canonical
}

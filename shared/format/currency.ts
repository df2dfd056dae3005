/** The regions of each currency a book can be kept in but the US dollar. ISO 4217, list one, and the members of the euro area. */
const regionsOf: Readonly<Record<string, string>> = {
  EUR: 'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK',
  GBP: 'GB GG IM JE',
  CHF: 'CH LI',
  CAD: 'CA',
  AUD: 'AU KI NR TV',
  SGD: 'SG',
  INR: 'IN',
  AED: 'AE',
  SAR: 'SA',
  JPY: 'JP',
  KRW: 'KR',
  KWD: 'KW',
}

const byRegion: ReadonlyMap<string, string> = new Map(
  Object.entries(regionsOf).flatMap(([currency, regions]) =>
    regions.split(' ').map((region) => [region, currency] as const),
  ),
)

/**
 * The currency a new book is offered in: that of a locale's region, for a language alone that of the region where most speak
 * it; USD where a book cannot be kept in the currency of the region.
 */
export function usualCurrency(locale: string): string {
  const { region } = new Intl.Locale(locale).maximize()
  return (region !== undefined && byRegion.get(region)) || 'USD'
}

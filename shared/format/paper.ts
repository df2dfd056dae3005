/** The sizes of paper a document can be printed on. */
export const papers = ['a4', 'letter'] as const
export type Paper = (typeof papers)[number]

/** Where US Letter is the usual paper; A4 is elsewhere. Unicode CLDR, supplemental measurement data, paper sizes. */
const letterRegions = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

/** The usual paper of a locale's region; for a language alone, of the region where most speak it. */
export function usualPaper(locale: string): Paper {
  const { region } = new Intl.Locale(locale).maximize()
  return region !== undefined && letterRegions.has(region) ? 'letter' : 'a4'
}

import { plainForms } from './plainForms.ts'

/** Words as they are compared: `Lock-out through` is lock, out, through. */
export const wordsOf = (text: string): string[] =>
  plainForms(text)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}.%]+/u)
    .filter((word) => word !== '')

/**
 * How well what a person types finds a thing by its name, or by other words for it: each word typed must begin a word of
 * the thing. Higher is better; null where it is not found; 0 where nothing is typed.
 */
export function rankOf(query: string, name: string, otherWords = ''): number | null {
  const typed = wordsOf(query)
  const [named, others] = [wordsOf(name), wordsOf(otherWords)]
  let rank = 0
  for (const word of typed) {
    const place = named.findIndex((candidate) => candidate.startsWith(word))
    if (place >= 0) rank += named[place] === word ? 4 : 3
    else if (others.some((candidate) => candidate.startsWith(word))) rank += 1
    else return null
    if (place === 0) rank += 1
  }
  return rank
}

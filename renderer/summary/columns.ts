const mostColumns = 4

/** How many characters a number may have, so that none is broken, where this many deals stand side by side. */
const longestNumber = [
  { columns: mostColumns, characters: 15 },
  { columns: 3, characters: 20 },
] as const

/** How many deals stand side by side in a table with these texts: four, or fewer where a number is too long for that. */
export function columnsFor(texts: Iterable<string>): number {
  let longest = 0
  for (const text of texts)
    for (const word of text.split(/\s/)) if (/\d/.test(word)) longest = Math.max(longest, word.length)
  return longestNumber.find(({ characters }) => longest <= characters)?.columns ?? 2
}

/** Things in as few groups as hold them all, each of about the same size. */
export function inGroups<T>(things: readonly T[], most: number): T[][] {
  const count = Math.ceil(things.length / most)
  const size = Math.ceil(things.length / Math.max(1, count))
  return Array.from({ length: count }, (_, index) => things.slice(index * size, (index + 1) * size))
}

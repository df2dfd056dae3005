/**
 * A list with the very items it had before, place by place, where each of their fields is the same; the list itself where
 * all of them are. What is drawn from an item, or from the list, knows by identity that it stays as it is.
 */
export function keepAlike<Item extends object>(
  before: readonly Item[] | undefined,
  now: readonly Item[],
): readonly Item[] {
  if (!before) return now
  const kept = now.map((item, place) => {
    const last = before[place]
    return last && isAlike(last, item) ? last : item
  })
  return kept.length === before.length && kept.every((item, place) => item === before[place]) ? before : kept
}

function isAlike<Item extends object>(a: Item, b: Item): boolean {
  if (a === b) return true
  for (const field in b) if (a[field] !== b[field]) return false
  return true
}

/** Milliseconds after which an edit of the same kind is meant by itself. A key that is held down waits less to repeat. */
const pause = 1000

let last = { kind: '', id: '', at: -Infinity }

/**
 * The gesture of an edit that comes in bursts: the same for edits of one kind (`move`, and of what) that follow each other
 * within a second, as a held key makes them or letters typed at a closed choice. What a person commits in a field is
 * meant each time and needs none. An edit of another kind, an undo or a redo in between ends a gesture by itself.
 */
export function burst(kind: string, now = performance.now()): string {
  const goesOn = kind === last.kind && now - last.at < pause
  last = { kind, id: goesOn ? last.id : crypto.randomUUID(), at: now }
  return last.id
}

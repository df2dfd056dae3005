/** Numbers that look random and are the same in every run (xorshift32). */
export function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    yield state >>> 0
  }
}

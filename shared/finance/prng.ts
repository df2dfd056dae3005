/**
 * Seeded random words, the same in every run and on every machine. xoshiro128** 1.1 by David Blackman and Sebastiano
 * Vigna, "Scrambled Linear Pseudorandom Number Generators" (ACM Transactions on Mathematical Software 47, 2021), in
 * the public domain at prng.di.unimi.it. Not for secrets.
 */

export type Xoshiro128State = readonly [number, number, number, number]

const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/**
 * The generator that starts from these four words, each taken modulo 2^32: a function that gives the next word, a
 * whole number from 0 to 2^32 - 1. Its period is 2^128 - 1.
 *
 * @throws RangeError where all four words are zero, from which it would never move.
 */
export function xoshiro128ss(state: Xoshiro128State): () => number {
  let [a, b, c, d] = [state[0] | 0, state[1] | 0, state[2] | 0, state[3] | 0]
  if ((a | b | c | d) === 0) throw new RangeError('The four words of the state cannot all be zero.')
  return () => {
    const word = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotateLeft(d, 11)
    return word >>> 0
  }
}

/**
 * Words to seed a generator with, from one: Weyl steps of the golden ratio (Steele, Lea and Flood, "Fast Splittable
 * Pseudorandom Number Generators", 2014), each mixed by the finaliser of Appleby's MurmurHash3. Every word comes
 * once in 2^32, so four in a row are never all zero.
 */
export function splitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let word = state
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    return (word ^ (word >>> 16)) >>> 0
  }
}

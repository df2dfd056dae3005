/** Bytes that columns are cut from at once: those of some ten deals of three years. */
const blockSize = 131_072

let block = new ArrayBuffer(blockSize)
let used = 0

/** Where the next so many bytes begin in the block. */
function place(bytes: number): number {
  if (used + bytes > block.byteLength) {
    block = new ArrayBuffer(Math.max(blockSize, bytes))
    used = 0
  }
  const from = used
  // Doubles begin at a multiple of eight bytes.
  used += (bytes + 7) & ~7
  return from
}

/**
 * A column of zeros, cut from a block it shares with others: a typed array with memory of its own costs as much to get as
 * a month's fees of a term do to compute. One column that is kept keeps its whole block.
 */
export function newColumn(length: number): Float64Array {
  const from = place(length * 8)
  return new Float64Array(block, from, length)
}

/** The same for whole numbers of at most 32 bits: days and counts. */
export function newCounts(length: number): Int32Array {
  const from = place(length * 4)
  return new Int32Array(block, from, length)
}

const isLong = process.env['OFFTAKE_LONG'] === '1'

/** How often a property of whole deals is tried: a thousand times in `npm run test:long`, fewer in the gate. */
export const runs = { numRuns: isLong ? 1000 : 150 }

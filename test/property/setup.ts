import * as fc from 'fast-check'

/** How often each property is tried: a thousand times in `npm run test:long`, fewer in the gate. */
fc.configureGlobal({ numRuns: process.env['OFFTAKE_LONG'] === '1' ? 1000 : 150 })

import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const isLong = process.env['OFFTAKE_LONG'] === '1'

/** Tests that need no window. `*.long.test.ts` runs only in `npm run test:long`. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: isLong ? ['test/**/*.long.test.ts'] : ['test/**/*.test.ts'],
    exclude: isLong ? [] : ['test/**/*.long.test.ts'],
    pool: 'forks',
    testTimeout: isLong ? 600_000 : 20_000,
  },
})

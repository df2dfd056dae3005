import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/**
 * Tests that need no window. `npm run test:long`, which is `--mode long`, runs `*.long.test.ts`, and every property a
 * thousand times and more.
 */
export default defineConfig(({ mode }) => {
  const isLong = mode === 'long'
  return {
    root: resolve(import.meta.dirname, '..'),
    test: {
      include: isLong ? ['test/**/*.long.test.ts', 'test/property/*.test.ts'] : ['test/**/*.test.ts'],
      setupFiles: ['test/property/setup.ts'],
      env: { OFFTAKE_LONG: isLong ? '1' : '' },
      exclude: isLong ? [] : ['test/**/*.long.test.ts'],
      pool: 'forks',
      // One a core: by itself it would leave one idle, and of two that is half.
      maxWorkers: '100%',
      // No test changes what modules hold or replaces one, so a worker reads them once for all its files.
      isolate: false,
      // Ends only what would never end: no test is to fail because the machine is busy.
      testTimeout: isLong ? 1_800_000 : 120_000,
      // LibreOffice, which some wait for, is slow to start.
      hookTimeout: 600_000,
    },
  }
})

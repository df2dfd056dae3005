import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

const root = resolve(import.meta.dirname, '..')

/** The running app: in a plain browser over the loopback shell, and in real Electron. `build/e2e.ts` starts this. */
export default defineConfig({
  testDir: resolve(root, 'test'),
  outputDir: resolve(root, 'out/e2e'),
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  projects: [
    { name: 'chromium', testMatch: 'e2e/**/*.e2e.ts' },
    { name: 'electron', testMatch: ['e2e/**/*.e2e.ts', 'desktop/**/*.e2e.ts'] },
    {
      name: 'performance',
      testMatch: 'performance/**/*.e2e.ts',
      workers: 1,
      dependencies: ['chromium', 'electron'],
    },
  ],
})

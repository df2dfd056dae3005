import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

// Told by `build/e2e.ts`. The gate has these stories in Electron; the long run tells them in the second engine, too.
const isLong = process.env['OFFTAKE_LONG'] === '1'
const inElectronFirst = [
  'deals',
  'editing',
  'composing',
  'parts',
  'lists',
  'readings',
  'grid',
  'charts',
  'pasting',
  'refusals',
  'accessibility',
  'addedDeals',
].map((story) => `e2e/${story}.e2e.ts`)

const root = resolve(import.meta.dirname, '..')

/** The running app: in a plain browser over the loopback shell, and in real Electron. `build/e2e.ts` starts this. */
export default defineConfig({
  testDir: resolve(root, 'test'),
  outputDir: resolve(root, 'out/e2e'),
  fullyParallel: true,
  workers: 2,
  // They end only what would never end: no test is to fail because the machine is busy.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  projects: [
    {
      name: 'chromium',
      testMatch: isLong ? inElectronFirst : 'e2e/**/*.e2e.ts',
      testIgnore: isLong ? [] : inElectronFirst,
    },
    { name: 'electron', testMatch: ['e2e/**/*.e2e.ts', 'desktop/**/*.e2e.ts'] },
    // `npm run bench:app`: measures, and fails only where something does not work. No part of any gate.
    { name: 'bench', testMatch: 'performance/**/*.bench.ts', workers: 1, timeout: 600_000 },
  ],
})

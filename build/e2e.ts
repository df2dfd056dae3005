/**
 * Runs the end-to-end tests in the engines this machine has. A missing engine is one loud line that names what to
 * install, and the rest runs; with OFFTAKE_ALL_ENGINES=1, as in continuous integration, it is a failure.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { root } from './bundles.ts'
import { firstOnPath } from './onPath.ts'

const mustHaveAll = process.env['OFFTAKE_ALL_ENGINES'] === '1'

const chromium =
  process.env['OFFTAKE_CHROMIUM'] ??
  firstOnPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
const electron = findElectron()

const missing: string[] = []
if (chromium === undefined)
  missing.push('Chromium tests: install chromium, or name a browser in OFFTAKE_CHROMIUM')
if (electron === null)
  missing.push(
    'Electron tests: it could not be downloaded; name an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH',
  )
else if (!hasDisplay && !firstOnPath(['xvfb-run']))
  missing.push('Electron tests: there is no display; install xvfb')
for (const line of missing) console.log(`\n!!! ${mustHaveAll ? 'FAILED' : 'SKIPPED'} ${line} !!!\n`)
if (missing.length > 0 && mustHaveAll) process.exit(1)

const canElectron = electron !== null && (hasDisplay || firstOnPath(['xvfb-run']) !== undefined)
const projects = [...(chromium === undefined ? [] : ['chromium']), ...(canElectron ? ['electron'] : [])]
if (projects.length === 0) process.exit(0)

/** With `--long`, only what takes too long for the gate: see the configuration. */
const isLong = process.argv.includes('--long')
const asked = isLong ? ['--project=chromium'] : process.argv.slice(2)
const command = [
  process.execPath,
  createRequire(import.meta.url).resolve('@playwright/test/cli'),
  'test',
  '--config=build/playwright.config.ts',
  ...(asked.some((argument) => argument.startsWith('--project'))
    ? []
    : projects.map((project) => `--project=${project}`)),
  ...asked,
]
// So wide that its pointer, which stands in the middle, is beside the windows: it would hover and let go what is dragged.
// Nor does it begin anew between two apps, refusing the one that comes just then.
const screen = '-screen 0 3200x1000x24 -noreset'
const onScreen = hasDisplay ? command : ['xvfb-run', '-a', '-s', screen, ...command]
const result = spawnSync(onScreen[0]!, onScreen.slice(1), {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    OFFTAKE_LONG: isLong ? '1' : undefined,
    OFFTAKE_CHROMIUM: chromium,
    OFFTAKE_ELECTRON: electron ?? undefined,
  },
})
process.exit(result.status ?? 1)

/** Electron's binary, fetched by its own package on first use. */
function findElectron(): string | null {
  try {
    const path = createRequire(import.meta.url)('electron') as string
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

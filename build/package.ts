/**
 * `npm run package`: builds the app and packs it for this machine's platform into dist/, unpacked; looks through what
 * is inside, and starts it. Arguments go to electron-builder in place of the target: `npm run package -- --linux deb`.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { root } from './bundles.ts'

const electronBuilder = createRequire(import.meta.url).resolve('electron-builder/cli.js')
const targets = process.argv.slice(2)
const unpackedElectron = process.env['ELECTRON_OVERRIDE_DIST_PATH']

run('build/build.ts')
run(
  electronBuilder,
  ...(targets.length > 0 ? targets : ['--dir']),
  '--publish=never',
  ...(unpackedElectron === undefined ? [] : [`-c.electronDist=${unpackedElectron}`]),
)
if (targets.length === 0) {
  run('build/check-package.ts')
  run('build/smoke-package.ts')
}

function run(script: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/**
 * `npm start`: builds the app and opens it in Electron; where Electron cannot run, in a plain browser, saying why.
 * With --browser it does not try Electron; with --watch it rebuilds and reloads as sources change (in the browser).
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { root } from './bundles.ts'

const options = new Set(
  process.argv.slice(2).filter((argument) => ['--browser', '--watch'].includes(argument)),
)
const passedOn = process.argv.slice(2).filter((argument) => !options.has(argument))

const run = (command: string, args: string[]) => spawn(command, args, { cwd: root, stdio: 'inherit' })
const built = spawnSync(process.execPath, ['build/build.ts'], { cwd: root, stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)

const electron = options.has('--browser') || options.has('--watch') ? null : findElectron()
if (electron !== null && 'path' in electron) {
  // As root, Electron starts only without its outer sandbox; the windows' own sandbox stays on.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  finishWith(run(electron.path, ['.', ...asRoot, ...passedOn]))
} else {
  if (electron !== null)
    console.log(`${electron.reason} Opening Offtake in the browser instead: same book, without file dialogs.`)
  const watching = options.has('--watch')
  if (watching) run(process.execPath, ['build/build.ts', '--watch'])
  finishWith(run(process.execPath, ['out/browser/main.js', ...(watching ? ['--watch'] : []), ...passedOn]))
}

/** Where Electron is, fetched on its first use; or in a sentence why it cannot be used here. */
function findElectron(): { path: string } | { reason: string } {
  const isLinux = process.platform === 'linux'
  if (isLinux && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { reason: 'There is no display for a window.' }
  try {
    const path = createRequire(import.meta.url)('electron') as string
    return existsSync(resolve(path)) ? { path } : { reason: `There is no Electron at ${path}.` }
  } catch {
    return { reason: 'Electron could not be downloaded.' }
  }
}

function finishWith(child: ReturnType<typeof spawn>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}

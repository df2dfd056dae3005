// Runs before `npm start`, `npm test` and their like: where a package is missing or is not the one package-lock.json
// names, it runs `npm ci`. Plain JavaScript for any Node from 20 on, which may be all that a fresh clone has.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

/**
 * Says what is wrong with the packages installed in a folder, in words that follow "because"; null where each one that
 * package-lock.json names is there. Versions are compared, not times: a checkout gives every file a new time.
 * @param {string} folder
 * @returns {string | null}
 */
export function whyInstall(folder) {
  const installed = packagesIn(join(folder, 'node_modules/.package-lock.json'))
  if (installed === null) return 'the dependencies are not installed'
  const locked = packagesIn(join(folder, 'package-lock.json')) ?? {}
  for (const [path, { version, integrity, optional }] of Object.entries(locked)) {
    if (path === '') continue
    const found = installed[path]
    // An optional package may be for another system.
    if (!found && optional) continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    if (!found || !existsSync(join(folder, path, 'package.json'))) return `${name} is missing`
    if (found.version !== version || found.integrity !== integrity)
      return `${name} is not the one of package-lock.json`
  }
  for (const path of Object.keys(installed))
    if (!locked[path] && !installed[path].extraneous) return `${path} is not in package-lock.json`
  // Put there by the package's own script, which npm can be told not to run.
  if (!nodeOf(folder)) return 'the project’s own Node is missing'
  return null
}

/** @param {string} file */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/** @param {string} folder */
const nodeOf = (folder) =>
  ['node', 'node.exe'].some((name) => existsSync(join(folder, 'node_modules/node/bin', name)))

/** @param {string} folder */
function install(folder) {
  const npm = process.env['npm_execpath']
  // Packages that want a newer Node than this one are run by the project's own: npm's warnings about them are left out.
  const options = ['ci', '--loglevel=error', '--no-audit', '--no-fund']
  const [command, args] = npm
    ? [process.env['npm_node_execpath'] ?? process.execPath, [npm, ...options]]
    : ['npm', options]
  return spawnSync(command, args, { cwd: folder, stdio: 'inherit' }).status ?? 1
}

function main() {
  const folder = resolve(import.meta.dirname, '..')
  const reason = whyInstall(folder)
  if (reason === null) return
  console.log(`Running npm ci first, because ${reason}.`)
  const status = install(folder)
  if (status !== 0) {
    console.error('npm ci failed: the lines above say why. Nothing was started.')
    process.exit(status)
  }
  if (!nodeOf(folder)) {
    console.error(
      'npm ci brought no Node 24: npm is told not to run the scripts of packages. Run "npm rebuild node --ignore-scripts=false".',
    )
    process.exit(1)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main()

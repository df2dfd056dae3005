/**
 * Looks through the unpacked package in dist/: what is inside its archive, what lies beside it, how large it is, and
 * which of Electron's fuses are set. Whatever is missing or too much is named, and fails the check.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { root } from './bundles.ts'
import { unpackedPackage } from './unpacked.ts'

/** Our own bundles and the addon's JavaScript. A package that grows beyond it has taken something in. */
const largestArchive = 6_000_000

const fuses: readonly [keyof typeof FuseV1Options, boolean][] = [
  ['RunAsNode', false],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['GrantFileProtocolExtraPrivileges', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
]

const { folder, executable, resources } = unpackedPackage()
const archive = join(folder, resources, 'app.asar')
const sqlite = 'node_modules/better-sqlite3'
const addon = `${sqlite}/prebuilds/${process.platform}-${process.arch}.node`
const problems: string[] = []

const own = ['package.json', ...(existsSync(join(root, 'LICENSE')) ? ['LICENSE'] : [])]
const built = [...filesIn('out/desktop'), ...filesIn('out/renderer')].filter((name) => !name.endsWith('.map'))
const driver = [`${sqlite}/package.json`, `${sqlite}/LICENSE`, ...filesIn(`${sqlite}/lib`), addon]
const packed = listPackage(archive, { isPack: false })
  .map((name) => posix(name).replace(/^\//, ''))
  .filter((name) => !('files' in statFile(archive, name)))

compare('in app.asar', packed, [...own, ...built, ...driver])
for (const name of ['main.cjs', 'preload.cjs'].map((each) => `out/desktop/${each}`))
  if (!packed.includes(name)) problems.push(`missing in app.asar: ${name}`)
for (const name of ['index.html', 'print.html'].map((each) => `out/renderer/${each}`))
  if (!packed.includes(name)) problems.push(`missing in app.asar: ${name}`)

compare('beside app.asar', filesIn('', `${archive}.unpacked`), [addon])
const beside = readdirSync(join(folder, resources)).filter(
  (name) => name.startsWith('app') || name.endsWith('.asar'),
)
compare('in resources', beside, ['app.asar', 'app.asar.unpacked'])

// What an unpacked Electron may bring along that is of no use, or worse, in a package.
const strays = filesIn('', folder).filter(
  (name) => /(\.node|default_app\.asar|\.map|\.ts)$/.test(name) && !name.endsWith(addon),
)
compare('in the package', strays, [])

const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>
if (manifest['main'] !== 'out/desktop/main.cjs') problems.push(`main is ${String(manifest['main'])}`)
for (const key of ['scripts', 'devDependencies'])
  if (key in manifest) problems.push(`package.json in app.asar still has ${key}`)

const { size } = statSync(archive)
if (size > largestArchive) problems.push(`app.asar has ${size} bytes, more than ${largestArchive}`)

const wire = await getCurrentFuseWire(join(folder, executable))
for (const [name, isOn] of fuses) {
  const state = wire[FuseV1Options[name]]
  if (state !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
    problems.push(`the fuse ${name} is ${state === undefined ? 'not there' : FuseState[state]}`)
}

const total = filesIn('', folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
console.log(`${relative(root, folder)}: ${megabytes(total)}, of it`)
console.log(`  app.asar ${megabytes(size)} (${packed.length} files), ${addon} ${megabytes(sizeOf(addon))}`)
console.log(`  fuses ${fuses.map(([name, isOn]) => `${isOn ? '+' : '-'}${name}`).join(' ')}`)
for (const problem of problems) console.error(`PACKAGE: ${problem}`)
process.exit(problems.length > 0 ? 1 : 0)

/** Every file in a folder, by its path from `base`, with forward slashes. */
function filesIn(name: string, base = root): string[] {
  return readdirSync(join(base, name), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => posix(relative(base, join(entry.parentPath, entry.name))))
}

function compare(where: string, found: readonly string[], expected: readonly string[]): void {
  for (const name of expected) if (!found.includes(name)) problems.push(`missing ${where}: ${name}`)
  for (const name of found) if (!expected.includes(name)) problems.push(`too much ${where}: ${name}`)
}

function sizeOf(name: string): number {
  return statSync(join(`${archive}.unpacked`, name)).size
}

function posix(path: string): string {
  return path.replaceAll(sep, '/')
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

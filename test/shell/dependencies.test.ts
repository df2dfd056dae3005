import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { whyInstall } from '../../build/dependencies.mjs'
import { ownFolder } from '../book/folder.ts'

interface Package {
  version?: string
  integrity?: string
  optional?: boolean
  extraneous?: boolean
}

const locked: Record<string, Package> = {
  '': { version: '0.1.0' },
  'node_modules/node': { version: '24.21.0', integrity: 'sha512-node' },
  'node_modules/@scope/tool': { version: '2.0.0', integrity: 'sha512-tool' },
  'node_modules/@scope/tool/node_modules/part': { version: '1.0.0', integrity: 'sha512-part' },
  'node_modules/of-another-system': { version: '1.0.0', integrity: 'sha512-other', optional: true },
}

const write = (folder: string, name: string, packages: Record<string, Package>) =>
  writeFileSync(join(folder, name), JSON.stringify({ lockfileVersion: 3, packages }))

/** A folder as `npm ci` leaves it, without the optional package. */
function installedFolder(changes: Record<string, Package> = {}): string {
  const folder = ownFolder()
  const { '': _root, 'node_modules/of-another-system': _optional, ...installed } = locked
  for (const path of Object.keys(installed)) {
    mkdirSync(join(folder, path), { recursive: true })
    writeFileSync(join(folder, path, 'package.json'), '{}')
  }
  mkdirSync(join(folder, 'node_modules/node/bin'))
  writeFileSync(join(folder, 'node_modules/node/bin/node'), '')
  write(folder, 'package-lock.json', locked)
  write(folder, 'node_modules/.package-lock.json', { ...installed, ...changes })
  return folder
}

it('what npm ci has installed needs no other run, without the packages of other systems', () => {
  expect(whyInstall(installedFolder())).toBeNull()
})

it('the packages of this very checkout are those of its lock file', () => {
  expect(whyInstall(join(import.meta.dirname, '../..'))).toBeNull()
})

it('a fresh clone has no dependencies, and neither has one whose installation was ended', () => {
  const fresh = ownFolder()
  write(fresh, 'package-lock.json', locked)
  expect(whyInstall(fresh)).toBe('the dependencies are not installed')
  const ended = installedFolder()
  rmSync(join(ended, 'node_modules/.package-lock.json'))
  expect(whyInstall(ended)).toBe('the dependencies are not installed')
  writeFileSync(join(ended, 'node_modules/.package-lock.json'), '{"packages":')
  expect(whyInstall(ended)).toBe('the dependencies are not installed')
})

it('a package of another version, or of other content, is named', () => {
  const tool = 'node_modules/@scope/tool'
  expect(whyInstall(installedFolder({ [tool]: { version: '1.9.0', integrity: 'sha512-tool' } }))).toBe(
    '@scope/tool is not the one of package-lock.json',
  )
  expect(whyInstall(installedFolder({ [tool]: { version: '2.0.0', integrity: 'sha512-patched' } }))).toBe(
    '@scope/tool is not the one of package-lock.json',
  )
  const optional = 'node_modules/of-another-system'
  expect(whyInstall(installedFolder({ [optional]: { version: '0.9.0' } }))).toMatch(/^of-another-system is /)
})

it('a package that was added to the lock file, or whose folder is gone, is named', () => {
  const folder = installedFolder()
  write(folder, 'package-lock.json', { ...locked, 'node_modules/added': { version: '1.0.0' } })
  expect(whyInstall(folder)).toBe('added is missing')
  const emptied = installedFolder()
  rmSync(join(emptied, 'node_modules/@scope/tool/node_modules/part'), { recursive: true })
  expect(whyInstall(emptied)).toBe('part is missing')
})

it('a package that was taken out of the lock file is named; one that was added by hand stays', () => {
  const gone = { 'node_modules/@scope/tool/node_modules/gone': { version: '1.0.0' } }
  expect(whyInstall(installedFolder(gone))).toBe(
    'node_modules/@scope/tool/node_modules/gone is not in package-lock.json',
  )
  const byHand = { 'node_modules/by-hand': { version: '1.0.0', extraneous: true } }
  expect(whyInstall(installedFolder(byHand))).toBeNull()
})

it('the Node that its package puts there by a script has to be there', () => {
  const folder = installedFolder()
  rmSync(join(folder, 'node_modules/node/bin/node'))
  expect(whyInstall(folder)).toBe('the project’s own Node is missing')
})

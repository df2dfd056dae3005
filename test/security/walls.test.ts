import { execFile } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

/**
 * Every rule about who may import what is broken here in a file of its own, and the check has to say so. The files lie
 * in an empty tree with the same folders and the same configuration, for the linter's rules and the compiler's
 * projects go by folder.
 */
const root = resolve(import.meta.dirname, '../..')

const sound = {
  'shared/value.ts': 'export const value = 1\n',
  'electron/value.ts': "export { value } from '../shared/value.ts'\nexport const pid: number = process.pid\n",
  'electron/shell/desktop/window.ts':
    "import { app } from 'electron'\nexport const name: string = app.getName()\n",
  'electron/kind.ts': "export type Kind = 'core'\n",
  'electron/lazy.ts': 'export const lazy = 1\n',
  'renderer/value.ts':
    "export { value } from '../shared/value.ts'\nexport const width: number = window.innerWidth\n",
  'build/value.ts': 'export const pid: number = process.pid\n',
  'test/value.ts':
    "import { pid } from '../electron/value.ts'\nimport { width } from '../renderer/value.ts'\nexport const both = [pid, width]\n",
}

const notLinted = {
  'electron imported by the core': [
    'electron/core.ts',
    "import { app } from 'electron'\nexport const name = app.name\n",
  ],
  'electron/main imported by the core': [
    'electron/main.ts',
    "import { app } from 'electron/main'\nexport const name = app.name\n",
  ],
  'electron imported when it is needed': [
    'electron/later.ts',
    "export const later = () => import('electron')\n",
  ],
  'electron passed on': ['electron/passedOn.ts', "export { app } from 'electron'\n"],
  'electron imported by the browser’s shell': [
    'electron/shell/browser/app.ts',
    "import { app } from 'electron'\nexport const name = app.name\n",
  ],
  'electron imported by the screen': [
    'renderer/app.ts',
    "import { ipcRenderer } from 'electron'\nexport const send = ipcRenderer.send\n",
  ],
  'react imported by the domain': [
    'shared/react.ts',
    "import { useState } from 'react'\nexport const state = useState\n",
  ],
  'a module of Node imported by the domain': [
    'shared/files.ts',
    "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
  ],
  'an old name of such a module': [
    'shared/path.ts',
    "import { join } from 'path'\nexport const both = join\n",
  ],
  'a clock in the domain': ['shared/now.ts', 'export const now = () => Date.now()\n'],
  'a date in the domain': ['shared/date.ts', "export const day = () => new Date('2026-11-20')\n"],
  'chance in the domain': ['shared/chance.ts', 'export const chance = () => Math.random()\n'],
  'ids made by the domain': ['shared/ids.ts', 'export const newId = () => crypto.randomUUID()\n'],
} as const

const notCompiled = {
  'the screen imports the core': [
    'renderer/core.ts',
    "import { pid } from '../electron/value.ts'\nexport const own = pid\n",
  ],
  'the screen imports a type of the core': [
    'renderer/type.ts',
    "import type { Kind } from '../electron/kind.ts'\nexport type Own = Kind\n",
  ],
  'the screen imports the core when it needs it': [
    'renderer/later.ts',
    "export const later = () => import('../electron/lazy.ts')\n",
  ],
  'the core imports the screen': [
    'electron/screen.ts',
    "import { width } from '../renderer/value.ts'\nexport const own = width\n",
  ],
  'the domain imports the core': [
    'shared/core.ts',
    "import { pid } from '../electron/value.ts'\nexport const own = pid\n",
  ],
  'the domain imports the screen': ['shared/screen.ts', "export { width } from '../renderer/value.ts'\n"],
  'the domain knows a window': ['shared/window.ts', 'export const width: number = window.innerWidth\n'],
  'the domain knows a process': ['shared/process.ts', 'export const pid: number = process.pid\n'],
  'the domain waits': ['shared/timer.ts', 'export const wait = () => setTimeout(() => 0, 1)\n'],
  'the core knows a window': ['electron/document.ts', 'export const title: string = document.title\n'],
  'the screen knows a process': ['renderer/process.ts', 'export const pid: number = process.pid\n'],
} as const

const folders = ['shared', 'electron', 'renderer', 'build', 'test']
const configurations = [
  'tsconfig.json',
  'build/tsconfig.base.json',
  'build/oxlint.json',
  ...folders.map((folder) => `${folder}/tsconfig.json`),
]

function plant(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(realpathSync(tmpdir()), 'offtake-walls-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, name)), { recursive: true })
    writeFileSync(join(tree, name), content)
  }
  for (const name of configurations) copyFileSync(join(root, name), join(tree, name))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
  return tree
}

/** Everything a check says about these files. Both checks answer with an exit code that is not 0 where they object. */
async function check(files: Readonly<Record<string, string>>, tool: string, args: string[]) {
  const tree = plant(files)
  try {
    return await new Promise<{ said: string; passed: boolean }>((resolve) => {
      execFile(process.execPath, [join(root, tool), ...args], { cwd: tree }, (error, said) =>
        resolve({ said, passed: error === null }),
      )
    })
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

const lint = (files: Readonly<Record<string, string>>) =>
  check(files, 'node_modules/oxlint/bin/oxlint', ['-c', 'build/oxlint.json', '--format=unix', ...folders])

const compile = (files: Readonly<Record<string, string>>) =>
  check(files, 'node_modules/typescript/bin/tsc', ['-b', '--pretty', 'false'])

const planted = (offences: Readonly<Record<string, readonly [string, string]>>) => ({
  ...sound,
  ...Object.fromEntries(Object.values(offences)),
})

type Verdict = Awaited<ReturnType<typeof check>>
let linted: Verdict
let compiled: Verdict
beforeAll(async () => {
  linted = await lint(planted(notLinted))
  compiled = await compile(planted(notCompiled))
}, 30_000)

const objectsTo = (file: string) =>
  expect.stringMatching(new RegExp(`^${file.replaceAll('.', '\\.')}[:(]`, 'm'))

describe('the linter', () => {
  it.each(Object.entries(notLinted))('objects to %s', (_offence, [file]) => {
    expect(linted.said).toEqual(objectsTo(file))
    expect(linted.passed).toBe(false)
  })

  it('has nothing to say where no rule is broken', async () => {
    expect(await lint(sound)).toMatchObject({ passed: true })
    for (const file of Object.keys(sound)) expect(linted.said).not.toEqual(objectsTo(file))
  })
})

describe('the compiler', () => {
  it.each(Object.entries(notCompiled))('objects where %s', (_offence, [file]) => {
    expect(compiled.said).toEqual(objectsTo(file))
    expect(compiled.passed).toBe(false)
  })

  it('has nothing to say where no rule is broken', async () => {
    expect(await compile(sound)).toEqual({ said: '', passed: true })
  })
})

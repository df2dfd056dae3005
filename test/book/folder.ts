import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, realpathSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export { contentsOf } from './contentsOf.ts'

/** A folder of its own for one test, gone when the test is over. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'offtake-book-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount()

/** A small disk of its own, where this machine lets a test mount one; else null. */
export function ownDisk(kibibytes: number): string | null {
  if (!canMount) return null
  const folder = ownFolder()
  mount(folder, kibibytes)
  onTestFinished(() => {
    spawnSync('umount', ['--lazy', folder])
  })
  return folder
}

function mount(folder: string, kibibytes: number): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', folder]).status === 0
}

function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'offtake-mount-'))
  const isMounted = mount(folder, 64)
  if (isMounted) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
  return isMounted
}

/** Writes to a file until its disk takes no more. */
export function fillDisk(path: string): void {
  const file = openSync(path, 'w')
  const block = Buffer.alloc(4096, 1)
  try {
    for (;;) writeSync(file, block)
  } catch {
    // full, as wished
  } finally {
    closeSync(file)
  }
}

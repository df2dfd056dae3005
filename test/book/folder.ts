import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

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

/**
 * Every file in a folder with the hash of its bytes. Not for a folder whose book is open in this process: reading the
 * file here would drop SQLite's lock on it.
 */
export function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ name }) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}

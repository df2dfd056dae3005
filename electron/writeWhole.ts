import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

/**
 * Writes a file under a temporary name first and then puts it in its place, so that a full disk or a crash never
 * leaves half a file where a whole one was. Throws Node's system errors, and leaves nothing beside it then.
 */
export function writeWhole(path: string, content: Uint8Array): void {
  const temporary = `${path}.${process.pid}.new`
  try {
    const file = openSync(temporary, 'wx')
    try {
      for (let written = 0; written < content.length;) written += writeSync(file, content, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } finally {
    rmSync(temporary, { force: true })
  }
}

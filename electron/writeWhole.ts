import { lstatSync, readlinkSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { replaceFile } from './newFile.ts'

/**
 * Writes a file under a temporary name first and then puts it in its place, so that a full disk or a crash never
 * leaves half a file where a whole one was. Where a symbolic link has the name, the file it leads to is written, and the
 * link stays. Throws Node's system errors, and leaves nothing beside it then.
 */
export const writeWhole = (path: string, content: Uint8Array): void =>
  replaceFile(targetOf(path), (temporary) => writeFileSync(temporary, content))

/** More links than any system follows. */
const mostLinks = 40

/** The file that links of this name lead to, whether or not it is there. Throws ELOOP where they lead back to themselves. */
function targetOf(path: string): string {
  let target = path
  for (let links = 0; links < mostLinks; links += 1) {
    if (!lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) return target
    target = resolve(dirname(target), readlinkSync(target))
  }
  throw Object.assign(new Error('The link leads back to itself.'), { code: 'ELOOP' })
}

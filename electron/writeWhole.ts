import { writeFileSync } from 'node:fs'
import { replaceFile } from './newFile.ts'

/**
 * Writes a file under a temporary name first and then puts it in its place, so that a full disk or a crash never
 * leaves half a file where a whole one was. Throws Node's system errors, and leaves nothing beside it then.
 */
export const writeWhole = (path: string, content: Uint8Array): void =>
  replaceFile(path, (temporary) => writeFileSync(temporary, content))

import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

/** Overwrites a page of a file, counted from 0, with what no page is. */
export function spoilPage(path: string, page: number): void {
  const size = readFileSync(path).readUInt16BE(16)
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(size, 0xa5), 0, size, page * size)
  closeSync(file)
}

import { extname, join, normalize, sep } from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
}

export interface StaticFile {
  path: string
  contentType: string
}

/**
 * The file under `folder` that a request's path names, or null: an unknown type, a malformed escape and every way
 * out of the folder (`..`, encoded or not, a backslash, a NUL) are no file. `/` names index.html.
 */
export function staticFile(folder: string, requestPath: string): StaticFile | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(requestPath)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').includes('..')) return null
  const path = normalize(join(folder, decoded === '/' ? 'index.html' : decoded))
  if (!path.startsWith(normalize(folder) + sep)) return null
  const contentType = contentTypes[extname(path)]
  return contentType ? { path, contentType } : null
}

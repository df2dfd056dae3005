import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { staticFile } from '../../electron/shell/web/files.ts'

const folder = '/app/out/renderer'

describe('a page’s request for a file', () => {
  it.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/print.html', 'print.html'],
    ['/assets/index-B1.js', 'assets/index-B1.js'],
    ['/assets/Inter%20Variable.woff2', 'assets/Inter Variable.woff2'],
    ['//assets//a.css', 'assets/a.css'],
    ['/./a.svg', 'a.svg'],
    ['/..a/b...js', '..a/b...js'],
    // Decoded once only, so this names a file with percent signs in its name.
    ['/%252e%252e/a.js', '%2e%2e/a.js'],
  ])('%s names a file of the renderer', (path, file) => {
    expect(staticFile(folder, path)?.path).toBe(join(folder, file))
  })

  it.each([
    '/../main.js',
    '/assets/../../main.js',
    '/assets/../index.html',
    '/%2e%2e/main.js',
    '/%2E%2e/%2e%2E/package.json',
    '/..%2fmain.js',
    '/%2e%2e%2fmain.js',
    '/assets%2f..%2f..%2fmain.js',
    '/..\\main.js',
    '/..%5cmain.js',
    '/assets\\a.js',
    '/%5c%5cserver%5cshare%5ca.js',
    '/a.js%00.html',
    '/%00',
    '/%',
    '/%zz.js',
    '/%c0%ae%c0%ae/main.js',
    '/%ff.js',
    '..',
    '../renderer-secret/a.js',
    '',
    '/assets/',
    '/assets',
    '/a.js.map',
    '/main.cjs',
    '/preload.node',
    '/book.offtake',
    '/etc/passwd',
    '//etc/passwd',
  ])('%j names none', (path) => {
    expect(staticFile(folder, path)).toBeNull()
  })

  it('names the type of every file that is served', () => {
    expect(staticFile(folder, '/a.js')?.contentType).toBe('text/javascript; charset=utf-8')
    expect(staticFile(folder, '/a.html')?.contentType).toBe('text/html; charset=utf-8')
  })
})

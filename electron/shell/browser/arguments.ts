import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface BrowserShellOptions {
  book: string | null
  userData: string
  /** 0 for any free port. */
  port: number
  /** Tells open pages when the built renderer changes. */
  watch: boolean
}

/** `[book] [--user-data folder] [--port number] [--watch]`. Throws a TypeError on anything else. */
export function readArguments(args: readonly string[], environment: NodeJS.ProcessEnv): BrowserShellOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'user-data': { type: 'string' },
      port: { type: 'string', default: '0' },
      watch: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new TypeError(`${values.port} is not a port.`)
  return {
    book: positionals[0] === undefined ? null : resolve(positionals[0]),
    userData: resolve(values['user-data'] ?? defaultFolder(environment)),
    port,
    watch: values.watch,
  }
}

/** Beside the desktop app's folder, not in it: both may run at once, and a book has one writer. */
function defaultFolder(environment: NodeJS.ProcessEnv): string {
  const home = environment['HOME'] ?? environment['USERPROFILE'] ?? '.'
  const folder =
    process.platform === 'win32'
      ? (environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (environment['XDG_CONFIG_HOME'] ?? join(home, '.config'))
  return join(folder, 'Offtake in the browser')
}

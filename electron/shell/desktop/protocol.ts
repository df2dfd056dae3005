import { existsSync } from 'node:fs'
import { protocol, type Session } from 'electron'
import { staticFile } from '../web/files.ts'
import { securityHeaders } from '../web/policy.ts'

export const appOrigin = 'app://offtake'

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

const methodNotSupported = -322
const fileNotFound = -6

/**
 * Serves the built renderer, and nothing else, on app://offtake/. Electron calls this registration deprecated. Its
 * successor `protocol.handle` reads all of Node's fetch before the first answer and hands out each file by way of this
 * process: the window would wait for both.
 */
export function serveApp(session: Session, folder: string, onFile: (path: string) => void): void {
  session.protocol.registerFileProtocol('app', ({ url, method }, answer) => {
    if (method !== 'GET') return answer({ error: methodNotSupported })
    const { host, pathname } = new URL(url)
    const file = host === 'offtake' ? staticFile(folder, pathname) : null
    if (!file || !existsSync(file.path)) return answer({ error: fileNotFound })
    answer({ path: file.path, headers: { ...securityHeaders, 'Content-Type': file.contentType } })
    onFile(file.path)
  })
}

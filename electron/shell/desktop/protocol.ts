import { readFile } from 'node:fs/promises'
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

/** Serves the built renderer, and nothing else, on app://offtake/, and tells when a file is on its way. */
export function serveApp(session: Session, folder: string, onServed: () => void): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (request.method !== 'GET') return refuse(405)
    if (url.host !== 'offtake') return refuse(404)
    const file = staticFile(folder, url.pathname)
    if (!file) return refuse(404)
    const content = await readFile(file.path).catch(() => null)
    if (!content) return refuse(404)
    setImmediate(onServed)
    return new Response(new Uint8Array(content), {
      headers: { ...securityHeaders, 'Content-Type': file.contentType },
    })
  })
}

const refuse = (status: number) => new Response(null, { status, headers: securityHeaders })

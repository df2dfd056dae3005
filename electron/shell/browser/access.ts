import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

// A browser keeps one set of cookies for all ports of an address, so each shell has a name of its own.
const cookieName = (port: number) => `offtake-${port}`

/**
 * Who may talk to the loopback server. The address it prints carries a token that opens it once; the browser that
 * used it is known by a cookie from then on. Any other host name, origin or program on the machine is refused.
 */
export interface Access {
  readonly token: string
  /** The cookie for the first browser that brings the token; null for every later one. */
  admit(token: string, port: number): string | null
  /** Whether a request comes from the admitted browser, by the name and origin it was admitted under. */
  allows(request: IncomingMessage, port: number): boolean
}

export function createAccess(): Access {
  const token = randomBytes(24).toString('base64url')
  const secret = randomBytes(24).toString('base64url')
  let isSpent = false
  return {
    token,
    admit(offered, port) {
      if (isSpent || !same(offered, token)) return null
      isSpent = true
      return `${cookieName(port)}=${secret}; HttpOnly; SameSite=Strict; Path=/`
    },
    allows: (request, port) => isOwnAddress(request, port) && same(cookieOf(request, port), secret),
  }
}

/** The Host is ours (so no other name was made to point here), and so is the Origin wherever there is one. */
export function isOwnAddress({ headers, method }: IncomingMessage, port: number): boolean {
  const own = `127.0.0.1:${port}`
  if (headers.host !== own) return false
  if (headers.origin === undefined) return method === 'GET'
  return headers.origin === `http://${own}`
}

function cookieOf({ headers }: IncomingMessage, port: number): string {
  const cookies = (headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('='))
  return cookies.find(([name]) => name === cookieName(port))?.[1] ?? ''
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

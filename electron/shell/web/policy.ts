/** The headers of every page and file either shell serves: no remote content, no inline script, no framing. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/**
 * In a browser, where other sites' pages could open ours, it also stands in a group of its own. The desktop has no such
 * pages, and there the header would start a second process for the page while its first is still being started.
 */
export const headersAmongSites: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'Cross-Origin-Opener-Policy': 'same-origin',
}

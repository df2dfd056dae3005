/** Why something was refused or failed; the shells and the screen choose their words and buttons by it. */
const errorCodes = [
  'invalid-input',
  'refused',
  'conflict',
  'not-a-book',
  'empty-file',
  'newer-version',
  'damaged',
  'read-only',
  'disk-full',
  'busy',
  'elsewhere',
  'overwritten',
  'not-found',
  'untrusted',
  'unsupported',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** An error a person reads: one clear sentence (or two) that says what happened and what was kept. */
export interface AppError {
  code: ErrorCode
  message: string
}

export type Result<T, E = AppError> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const fail = (code: ErrorCode, message: string): { ok: false; error: AppError } => ({
  ok: false,
  error: { code, message },
})

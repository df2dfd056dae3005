import type { Result } from '../../shared/contract/result.ts'

/** What an action that must succeed answered with. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

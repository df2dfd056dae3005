/** Gives up what root may do, and for good: `access` asks for the real user, not for the effective one. */
export function becomeNobody(): void {
  if (process.getuid?.() !== 0) return
  process.setgroups?.([])
  process.setgid?.(65_534)
  process.setuid?.(65_534)
}

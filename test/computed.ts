/** Milliseconds that this process has computed: what else a busy machine does is not among them. */
export function computed(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

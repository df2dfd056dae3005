import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/** Starts one of the scripts beside this one in a process of its own, which does not outlive the test. */
export function start(script: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => killed(child))
  return child
}

/** The lines a process prints, until it ends. */
export const linesOf = (child: ChildProcess): AsyncIterable<string> =>
  createInterface({ input: child.stdout! })

/** The first line a process prints. */
export async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of linesOf(child)) return line
  throw new Error('The process ended without a word.')
}

export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

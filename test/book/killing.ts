import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { openBook } from '../../electron/book/open.ts'
import { advance } from '../../shared/history/advance.ts'
import { keptAcrossRestarts } from '../../shared/history/kept.ts'
import type { Workspace } from '../../shared/history/workspace.ts'
import { editNumber } from './edits.ts'
import { sampleIn, value } from './books.ts'
import { ownFolder } from './folder.ts'
import { killed, linesOf, start } from './process.ts'

/**
 * Kills a process in the middle of its edits, again and again on one book. After each kill, every edit the process
 * had been told was saved is in the book, at most one more is, and the book is whole.
 */
export async function killWritersOf(rounds: number): Promise<void> {
  const path = sampleIn(ownFolder())
  let expected: { workspace: Workspace; revision: number } = snapshotOf(path)
  let unsaid = 0
  for (let round = 0; round < rounds; round += 1) {
    const acknowledged = await writeAndKill(path, 1 + Math.floor(Math.random() * 40))
    expectSound(path)
    const found = snapshotOf(path)
    expect(found.revision - acknowledged, `round ${round}`).toBeOneOf([0, 1])
    expected = afterEdits(expected, found.revision)
    expect(found.workspace, `round ${round}`).toEqual(expected.workspace)
    expect(readdirSync(dirname(path))).toEqual(['Sample.offtake'])
    unsaid += found.revision - acknowledged
  }
  console.log(
    `${rounds} kills: ${expected.revision} edits acknowledged or on the disk, none lost; ${unsaid} there that nobody was told of`,
  )
}

/** Kills the writer as soon as it has said so many lines: wherever in its next edits it happens to be. */
async function writeAndKill(path: string, edits: number): Promise<number> {
  const writer = start('writer.ts', path, '1000000')
  let acknowledged = -1
  let lines = 0
  for await (const line of linesOf(writer)) {
    acknowledged = Number(line)
    lines += 1
    if (lines === edits) writer.kill('SIGKILL')
  }
  await killed(writer)
  return acknowledged
}

function snapshotOf(path: string): { workspace: Workspace; revision: number } {
  const session = value(openBook(path))
  session.close()
  return session.snapshot()
}

/** SQLite's own verdict, on a connection of its own. It also rolls back what the kill interrupted. */
function expectSound(path: string): void {
  const connection = new Database(path)
  expect(connection.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(connection.pragma('foreign_key_check')).toEqual([])
  connection.close()
}

function afterEdits(from: { workspace: Workspace; revision: number }, revision: number): typeof from {
  let { workspace } = from
  for (let n = from.revision; n < revision; n += 1) workspace = value(advance(workspace, editNumber(n)))
  return { workspace: { ...workspace, history: keptAcrossRestarts(workspace.history) }, revision }
}

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import { readBookOnly } from '../../electron/book/readOnly.ts'
import type { Session } from '../../electron/book/session.ts'
import type { Book } from '../../shared/schema/book.ts'
import { actions, type ActionName, backupsOf, feeEdit, type Place, registryFor, version } from './actions.ts'
import { value } from './value.ts'

/** What was wrong after a process was killed: counts, and what each of them was. */
export interface Findings {
  /** Books, copies, backups and versions that are there in part. */
  torn: number
  /** Edits, backups and damaged files that are there no more. */
  lost: number
  /** Opens and writes that what was left behind stood in the way of. */
  stopped: number
  /** Files that the next write of their kind did not clear away. */
  left: number
  said: string[]
}

/** What is in a place before anything is done there. */
export interface State {
  /** Null where it cannot be read, being damaged. */
  book: Book | null
  bytes: Buffer
  backups: number
}

export function found(place: Place): State {
  const book = readBookOnly(place.book)
  return {
    book: book.ok ? book.value : null,
    bytes: readFileSync(place.book),
    backups: backupsOf(place).of(place.book).length,
  }
}

/** Opens what is left after a kill, looks at all of it, and does every kind of write again. */
export function examine(name: ActionName, place: Place, before: State): Findings {
  const findings: Findings = { torn: 0, lost: 0, stopped: 0, left: 0, said: [] }
  const note = (kind: 'torn' | 'lost' | 'stopped' | 'left', what: unknown) => {
    findings[kind] += 1
    findings.said.push(`${kind}: ${String(what)}`)
  }
  const attempt = (what: string, work: () => unknown) => {
    try {
      work()
    } catch (error) {
      note('stopped', `${what}: ${String(error)}`)
    }
  }
  const aside = () => readdirSync(place.folder).filter((file) => file.includes('(damaged'))

  if (before.book === null && !readBookOnly(place.book).ok) {
    if (!readFileSync(place.book).equals(before.bytes)) note('torn', 'the damaged book is another')
    const again = actions[name].ready(place)
    attempt('the same once more', () => again.act())
    again.registry.close()
  }
  const path = existsSync(place.book) ? place.book : place.renamed
  const registry = registryFor(place, path)
  const current = registry.current()
  if (!current.ok) {
    note('stopped', current.error.message)
    return findings
  }
  const session = current.value
  if (!isAllowed(name, session, before))
    note('lost', `revision ${session.snapshot().revision} is another book`)
  attempt('a backup and an edit', () => {
    value(session.settle())
    value(session.edit(feeEdit(77), session.snapshot().revision))
  })
  for (const kept of value(session.versions()))
    if (!session.readVersion(kept.id).ok) note('torn', `the version ${kept.name}`)
  attempt('a version', () => value(session.keepVersion({ ...version, id: 'afterwards' })))
  if (existsSync(place.copy)) {
    const copy = readBookOnly(place.copy)
    if (!copy.ok || !isDeepStrictEqual(copy.value, before.book)) note('torn', 'the copy')
    rmSync(place.copy)
  }
  attempt('a copy', () => value(session.saveCopy(place.copy)))
  if (name === 'rename' && path === place.book) attempt('renaming', () => value(registry.rename('Renamed')))
  registry.close()

  const backups = backupsOf(place).of(name === 'rename' ? place.renamed : path)
  if (backups.length <= before.backups)
    note('lost', `${backups.length} of ${before.backups} backups and one more`)
  for (const backup of backups) if (!readBookOnly(backup.path).ok) note('torn', backup.fileName)
  if (before.book === null) {
    if (aside().length === 0) note('lost', 'the damaged book')
    if (aside().length > 1) note('left', aside().join(', '))
    for (const file of aside())
      if (!readFileSync(join(place.folder, file)).equals(before.bytes)) note('torn', file)
  }
  for (const file of readdirSync(place.folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.new(-journal)?$|-journal$/.test(file)) note('left', file)
    if (file.endsWith('.offtake') && !aside().includes(file) && !isSound(join(place.folder, file)))
      note('torn', file)
  }
  if (existsSync(place.book) && existsSync(place.renamed)) note('left', basename(place.book))
  return findings
}

/** SQLite's own verdict, on a connection of its own. */
function isSound(path: string): boolean {
  const file = new Database(path)
  try {
    const pages = file.pragma('integrity_check')
    const references = file.pragma('foreign_key_check')
    return isDeepStrictEqual([pages, references], [[{ integrity_check: 'ok' }], []])
  } finally {
    file.close()
  }
}

/** Whether a book is as it was when all of its edits were acknowledged, or with the whole of what was under way. */
function isAllowed(name: ActionName, session: Session, { book }: State): boolean {
  const { workspace, revision } = session.snapshot()
  if (book === null) return revision === 0
  if (isDeepStrictEqual(workspace.book, book)) return true
  return (
    name === 'restore a version' && isDeepStrictEqual(workspace.book, value(session.readVersion(version.id)))
  )
}

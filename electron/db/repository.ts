import { z } from 'zod/mini'
import { remembered } from '../../shared/remembered.ts'
import { emptyHistory } from '../../shared/history/advance.ts'
import { changesBetween } from '../../shared/history/changes.ts'
import { historyStep, type HistoryStep, type Workspace } from '../../shared/history/workspace.ts'
import { limits } from '../../shared/schema/limits.ts'
import type { Book, Entity, EntityKind } from '../../shared/schema/book.ts'
import type { Connection } from './connection.ts'
import { fromRow, type Row, type TableShape, tableShapes, toEntity, toRow } from './rows.ts'

const state = z.strictObject({
  revision: z.int().check(z.minimum(0)),
  history_cursor: z.int().check(z.minimum(0)),
})

/** Reads and writes whole workspaces; writing touches only the entities whose identity changed. */
export interface Repository {
  countOfDeals(): number
  /** Throws where a row is not what its schema says. */
  read(): { workspace: Workspace; revision: number }
  /** Every deal, but only those side by side with their parts and checked, and no history. */
  readFirst(): { workspace: Workspace; revision: number }
  /** Writes what differs between two workspaces in one transaction, or nothing at all. Throws SQLite's errors. */
  write(before: Workspace, after: Workspace, revision: number): void
}

const shownDeals = 'SELECT id FROM deals WHERE shown = 1'

/** By which column a kind of part names its owner, and the owners that belong to deals side by side. */
const owners: Readonly<Record<string, string>> = {
  deal_id: shownDeals,
  charge_id: `SELECT id FROM charges WHERE deal_id IN (${shownDeals})`,
  tranche_id: `SELECT id FROM tranches WHERE deal_id IN (${shownDeals})`,
  right_id: `SELECT id FROM termination_rights WHERE deal_id IN (${shownDeals})`,
}

function ofShownDeals({ columns }: TableShape): string {
  const owner = Object.keys(owners).find((name) => columns.some(({ column }) => column === name))
  return owner === undefined ? '' : `WHERE ${owner} IN (${owners[owner]})`
}

const bookOf = (entitiesOf: (shape: TableShape) => Record<string, Entity>): Book =>
  Object.fromEntries(tableShapes.map((shape) => [shape.kind, entitiesOf(shape)])) as unknown as Book

const shapeOf = Object.fromEntries(tableShapes.map((shape) => [shape.kind, shape])) as Record<
  EntityKind,
  TableShape
>

const quoted = (name: string) => `"${name}"`

export function repositoryOf(connection: Connection): Repository {
  // Prepared with the first of its kind that is written: opening a book writes none.
  const writerOf = remembered((shape: TableShape) => {
    const columns = shape.columns.map(({ column }) => column)
    const names = columns.map(quoted).join(', ')
    const values = columns.map((column) => `@${column}`).join(', ')
    const updates = columns
      .filter((column) => column !== 'id')
      .map((column) => `${quoted(column)} = excluded.${quoted(column)}`)
      .join(', ')
    const put = connection.prepare(
      `INSERT INTO ${shape.table} (${names}) VALUES (${values}) ON CONFLICT (id) DO UPDATE SET ${updates}`,
    )
    const remove = connection.prepare(`DELETE FROM ${shape.table} WHERE id = ?`)
    return { put, remove }
  })
  const addStep = connection.prepare(
    'INSERT INTO history_steps (sequence, at, label, changes) VALUES (@sequence, @at, @label, @changes)',
  )
  const removeStep = connection.prepare('DELETE FROM history_steps WHERE sequence = ?')
  const removeOthers = connection.prepare('DELETE FROM history_steps WHERE sequence < ? OR sequence > ?')
  const setState = connection.prepare('UPDATE book_state SET revision = ?, history_cursor = ? WHERE id = 1')

  function writeEntity(kind: EntityKind, id: string, entity: Entity | null): void {
    const shape = shapeOf[kind]
    const { put, remove } = writerOf(shape)
    if (entity) put.run(toRow(shape, entity))
    else remove.run(id)
  }

  function writeHistory(before: readonly HistoryStep[], after: readonly HistoryStep[]): void {
    removeOthers.run(before[0]?.sequence ?? 0, before.at(-1)?.sequence ?? -1)
    // Nearly always all but the last: a session's history may be long, and every edit comes by here.
    let same = 0
    while (same < before.length && before[same] === after[same]) same += 1
    const kept = new Set(after.slice(same))
    const known = new Set(before.slice(same))
    for (const step of known) if (!kept.has(step)) removeStep.run(step.sequence)
    for (const step of kept)
      if (!known.has(step)) addStep.run({ ...step, changes: JSON.stringify(step.changes) })
  }

  /** Row by row: a large table is never held twice. */
  function entitiesIn(
    { table }: TableShape,
    which: string,
    read: (row: Row) => Entity,
  ): Record<string, Entity> {
    const entities: Record<string, Entity> = {}
    for (const row of connection.prepare(`SELECT * FROM ${table} ${which}`).iterate() as Iterable<Row>) {
      const entity = read(row)
      entities[entity.id] = entity
    }
    return entities
  }

  const readState = () =>
    state.parse(connection.prepare('SELECT revision, history_cursor FROM book_state').get())

  return {
    countOfDeals: () => Number(connection.prepare('SELECT count(*) FROM deals').pluck().get()),
    read() {
      const book = bookOf((shape) => entitiesIn(shape, '', (row) => fromRow(shape, row)))
      const { revision, history_cursor: cursor } = readState()
      // No more than are kept across restarts: the others leave the file with the first edit.
      const kept = limits.stepsAcrossRestarts
      const older = Math.max(0, cursor - kept)
      const steps = connection
        .prepare('SELECT * FROM history_steps ORDER BY sequence LIMIT ? OFFSET ?')
        .all(cursor - older + kept, older) as Row[]
      return {
        workspace: {
          book,
          history: {
            steps: steps.map((row) =>
              historyStep.parse({ ...row, changes: JSON.parse(String(row['changes'])) as unknown }),
            ),
            cursor: cursor - older,
            gesture: null,
          },
        },
        revision,
      }
    },
    readFirst() {
      const book = bookOf((shape) =>
        entitiesIn(shape, ofShownDeals(shape), (row) =>
          // The list of all deals is checked with the rest.
          shape.kind === 'deals' && row['shown'] === 0 ? toEntity(shape, row) : fromRow(shape, row),
        ),
      )
      return { workspace: { book, history: emptyHistory }, revision: readState().revision }
    },
    write: connection.transaction((before: Workspace, after: Workspace, revision: number) => {
      for (const { kind, id, after: entity } of changesBetween(before.book, after.book))
        writeEntity(kind, id, entity)
      writeHistory(before.history.steps, after.history.steps)
      setState.run(revision, after.history.cursor)
    }).immediate,
  }
}

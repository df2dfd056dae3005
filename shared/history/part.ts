import { editedDeals } from '../commands/editedDeals.ts'
import type { Book, Entity, EntityKind } from '../schema/book.ts'
import { regroup } from '../schema/ownedBy.ts'
import { partOfBook } from '../schema/partOfBook.ts'
import type { Change } from './changes.ts'
import { touchedDeals } from './touchedDeals.ts'
import type { Edit, Workspace } from './workspace.ts'

/**
 * As much of a workspace as an edit is about: the settings and all deals, and of those it edits the parts. An edit comes
 * to the same on it as on the whole, without a look at, or a copy of, what thousands of other deals consist of.
 */
export function partFor({ book, history }: Workspace, edit: Edit): Workspace {
  const changes = stepsOf(history, edit).flatMap((step) => step.changes)
  // Of the deals that steps change all parts are needed: what becomes of them is checked.
  const walked = touchedDeals(book, changes).filter((id) => book.deals[id] !== undefined)
  const part = partOfBook(book, [...new Set([...dealsOf(book, edit), ...walked])])
  for (const { kind, id } of changes) {
    const entity = recordOf(book, kind)[id]
    if (entity && kind !== 'deals' && kind !== 'settings') recordOf(part, kind)[id] = entity
  }
  return { book: part, history }
}

const recordOf = (book: Book, kind: EntityKind): Record<string, Entity> => book[kind]

/** The deals a command reads or changes the parts of. */
function dealsOf(book: Book, edit: Edit): string[] {
  if (edit.type !== 'do') return []
  const { command } = edit
  const ids =
    command.type === 'deal.duplicate'
      ? [command.from]
      : command.type === 'settings.set'
        ? [command.changes.baselineId]
        : editedDeals(book, command)
  return ids.filter((id): id is string => typeof id === 'string' && book.deals[id] !== undefined)
}

/** The steps an edit may take back or repeat. */
function stepsOf({ steps, cursor }: Workspace['history'], edit: Edit) {
  switch (edit.type) {
    case 'do':
      return edit.gesture === undefined ? [] : steps.slice(cursor - 1, cursor)
    case 'undo':
      return steps.slice(Math.max(0, cursor - 1), cursor)
    case 'redo':
      return steps.slice(cursor, cursor + 1)
    case 'go':
      return steps.slice(Math.min(cursor, edit.to), Math.max(cursor, edit.to))
  }
}

/**
 * Takes what an edit did to a part into the whole book it is of. The records of parts are changed in place: this is for a
 * book that its holder alone has. Lists of deals and settings are taken over as they are.
 */
export function takeIn(book: Book, part: Book, changes: readonly Change[]): Book {
  for (const [kind, ofKind] of Map.groupBy(changes, (change) => change.kind)) {
    if (kind === 'deals' || kind === 'settings') continue
    const record = recordOf(book, kind)
    for (const { id, after } of ofKind) {
      if (after) record[id] = after
      else delete record[id]
    }
    regroup(record, ofKind)
  }
  return { ...book, deals: part.deals, settings: part.settings }
}

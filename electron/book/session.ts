import { basename } from 'node:path'
import type { Snapshot } from '../../shared/contract/contract.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { advance } from '../../shared/history/advance.ts'
import type { Edit, Workspace } from '../../shared/history/workspace.ts'
import type { Connection } from '../db/connection.ts'
import { fileError } from '../db/errors.ts'
import type { Repository } from '../db/repository.ts'
import { identityOf } from './identity.ts'

/** An open book: the one place that changes its file. */
export interface Session {
  readonly path: string
  snapshot(): Snapshot
  /** Makes one edit in one transaction, and answers with the new revision once it is on the disk. */
  edit(edit: Edit, baseRevision: number): Result<{ revision: number }>
  close(): void
}

export function startSession(
  path: string,
  connection: Connection,
  repository: Repository,
  opened: { workspace: Workspace; revision: number },
): Session {
  let { workspace, revision } = opened
  const fileName = basename(path)
  const identity = identityOf(path)
  return {
    path,
    snapshot: () => ({ workspace, revision, fileName }),
    edit(edit, baseRevision) {
      if (baseRevision !== revision)
        return fail(
          'conflict',
          'The book has changed since this window last read it. It was read again; please repeat the edit.',
        )
      const next = advance(workspace, edit)
      if (!next.ok) return next
      if (next.value === workspace) return ok({ revision })
      // SQLite would go on writing to a file that is no longer at this path, and the edit would be lost with it.
      if (identityOf(path) !== identity)
        return fail(
          'not-found',
          `“${fileName}” was moved, replaced or deleted while it was open, so the edit was not written. Open it where it is now and repeat the edit.`,
        )
      try {
        repository.write(workspace, next.value, revision + 1)
      } catch (error) {
        return { ok: false, error: fileError(error, fileName) }
      }
      workspace = next.value
      revision += 1
      return ok({ revision })
    },
    close: () => connection.close(),
  }
}

import { firstBook } from './migrations/001-first-book.ts'
import { everyTerm } from './migrations/002-every-term.ts'
import { keptVersions } from './migrations/003-versions.ts'
import { archive } from './migrations/004-archive.ts'

/** In the file's header, so that a book is known before SQLite opens it: "Oftk". */
export const applicationId = 0x4f66746b

/** Each migration takes a book from the version of its index to the next. A shipped one is never edited. */
export const migrations: readonly string[] = [firstBook, everyTerm, keptVersions, archive]

export const schemaVersion = migrations.length

import type { AppError } from '../../shared/contract/result.ts'

/** The code of a system error or of SQLite's; empty where an error has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The system's error codes for a disk or a network drive that is gone or fails. */
const unreachable: ReadonlySet<string> = new Set([
  'EIO',
  'ENODEV',
  'ENXIO',
  'ESTALE',
  'ENOTCONN',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ETIMEDOUT',
  'SQLITE_IOERR_READ',
  'SQLITE_IOERR_FSTAT',
])

/**
 * What went wrong with a file that is opened or written again, or created, or only read, for the person whose file it is. Codes are
 * SQLite's extended result codes and Node's system errors.
 */
export function fileError(
  error: unknown,
  fileName: string,
  task: 'open' | 'create' | 'read' = 'open',
): AppError {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_IOERR_WRITE')
    return {
      code: 'disk-full',
      message: `The disk is full, so “${fileName}” could not be written. Nothing was changed. Make room and try again.`,
    }
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED' || code.startsWith('SQLITE_BUSY_'))
    return {
      code: 'busy',
      message: `“${fileName}” is open in another Offtake window or program. Close it there and try again.`,
    }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    ['EACCES', 'EPERM', 'EROFS'].includes(code)
  )
    return {
      code: 'read-only',
      message:
        task === 'read'
          ? `“${fileName}” may not be read by you where it is. Nothing was changed.`
          : task === 'create'
            ? `“${fileName}” cannot be written there: the folder is read-only. Nothing was changed. Choose a folder of your own.`
            : `“${fileName}” cannot be written where it is: the file or its folder is read-only. Nothing was changed. Copy it to a folder of your own and open it there.`,
    }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return {
      code: 'damaged',
      message: `“${fileName}” is damaged and was not opened. It was left as it is.`,
    }
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return {
      code: 'not-found',
      message:
        task === 'create'
          ? `The folder for “${fileName}” is not there any more. Nothing was written.`
          : `There is no file “${fileName}” any more.`,
    }
  if (code === 'ELOOP')
    return {
      code: 'not-found',
      message: `“${fileName}” is a link that leads back to itself, so there is no file behind it. Nothing was changed.`,
    }
  if (unreachable.has(code))
    return {
      code: 'not-found',
      message: `“${fileName}” cannot be reached: the drive or the network folder it lies on does not answer. What was saved before is still there. Try again once it is connected.`,
    }
  if (code === 'ENAMETOOLONG')
    return {
      code: 'refused',
      message: `The name of “${fileName}” and the folders it lies in is too long. Nothing was changed. Choose a shorter one.`,
    }
  if (code === 'EINVAL' || code === 'ERR_INVALID_ARG_VALUE')
    return {
      code: 'refused',
      message: `“${fileName}” cannot be the name of a book: it ends in a space, or has a character that no file can have. Nothing was changed. Choose another.`,
    }
  if (code === 'EISDIR')
    return task === 'create'
      ? { code: 'refused', message: `“${fileName}” is a folder. Nothing was changed. Choose another name.` }
      : { code: 'not-a-book', message: `“${fileName}” is a folder, not an Offtake book.` }
  if (code === 'EEXIST')
    return {
      code: 'refused',
      message: `There is already a file “${fileName}”. It was left as it is; choose another name.`,
    }
  return {
    code: 'internal',
    message: `“${fileName}” could not be read or written (${code || String(error)}). What was saved before is still there.`,
  }
}

const longest = 120

/** Bytes a name has at most on every disk, and what SQLite adds to a book's name for its journal. */
const nameBytes = 255
const journal = '-journal'
const book = '.offtake'

const forbidden = /[/\\:*?"<>|\p{Cc}]/u

/** Names Windows keeps for its devices, whatever extension follows. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(\..*)?$/i

/** Why a text cannot be the name of a book everywhere, without its extension; null where it can. */
export function fileNameProblem(name: string): string | null {
  if (name.length > longest) return `A file’s name has at most ${longest} characters.`
  return problemOf(name, nameBytes - bytesOf(book + journal))
}

/** Why a name a person chose, with its extension, cannot be a new file's everywhere; null where it can. */
export const chosenNameProblem = (name: string): string | null =>
  problemOf(name, nameBytes - (name.toLowerCase().endsWith(book) ? bytesOf(journal) : 0))

function problemOf(name: string, most: number): string | null {
  if (name.trim() === '') return 'A file needs a name.'
  if (bytesOf(name) > most) return 'This name is too long for a file: shorten it.'
  const found = forbidden.exec(name)
  if (found) return `A file’s name cannot have ${spoken(found[0])} in it.`
  if (name !== name.trim() || name.endsWith('.') || name.startsWith('.'))
    return 'A file’s name begins and ends with neither a space nor a full stop.'
  if (reserved.test(name)) return 'Windows keeps this name for a device: no file can have it.'
  return null
}

const spoken = (character: string): string =>
  /\p{Cc}/u.test(character) ? 'a control character' : `“${character}”`

/**
 * A name of a new file that every system takes, as near to `name` as can be: what no file can have is replaced, and a name
 * that is too long ends earlier, after a whole character. `ending` stays whole: it is the extension, with what stands before it.
 */
export function safeFileName(name: string, ending: string): string {
  const plain = name
    .toWellFormed()
    .replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '-')
    .replace(/^[\s.]+/, '')
  const short = firstBytes(plain, nameBytes - bytesOf(ending + journal)).replace(/[\s.]+$/, '') || 'Offtake'
  const safe = reserved.test(short + ending) ? short.replace(/^[^.]*/, '$&_') : short
  return safe + ending
}

/** The beginning of a text, of at most so many bytes in UTF-8, without half a character at its end. */
export function firstBytes(text: string, most: number): string {
  let left = most
  let end = 0
  for (const character of text) {
    left -= bytesOf(character)
    if (left < 0) break
    end += character.length
  }
  return text.slice(0, end)
}

/** The length of a text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

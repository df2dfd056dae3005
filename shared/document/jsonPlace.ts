/**
 * Where a text that is not JSON can no longer be read as JSON, as an index; its length where it ends too early. Engines
 * refuse a text, but do not always say where. Recursive: for texts that are not nested deep.
 */
export function unreadableAt(text: string): number {
  const scanner = { text, at: 0 }
  if (isValue(scanner)) skipSpace(scanner)
  return scanner.at
}

interface Scanner {
  readonly text: string
  at: number
}

/** Each of these moves past what it names and answers true, or stops where that cannot be read. */
function isValue(scanner: Scanner): boolean {
  skipSpace(scanner)
  switch (scanner.text[scanner.at]) {
    case '{':
      return isSequence(scanner, '}', () => isText(scanner) && isNext(scanner, ':') && isValue(scanner))
    case '[':
      return isSequence(scanner, ']', () => isValue(scanner))
    case '"':
      return isText(scanner)
    default:
      return isMatch(scanner, /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y)
  }
}

function isSequence(scanner: Scanner, end: string, isItem: () => boolean): boolean {
  scanner.at += 1
  if (isNext(scanner, end)) return true
  do {
    skipSpace(scanner)
    if (!isItem()) return false
  } while (isNext(scanner, ','))
  return isNext(scanner, end)
}

function isText(scanner: Scanner): boolean {
  if (!isNext(scanner, '"')) return false
  const { text } = scanner
  for (;;) {
    const code = text.charCodeAt(scanner.at)
    if (code === 0x22) {
      scanner.at += 1
      return true
    }
    if (code === 0x5c) {
      if (!isMatch(scanner, /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y)) return false
    } else if (code >= 0x20) scanner.at += 1
    else return false // a control character, or the end of the text
  }
}

function isNext(scanner: Scanner, character: string): boolean {
  skipSpace(scanner)
  if (scanner.text[scanner.at] !== character) return false
  scanner.at += 1
  return true
}

function isMatch(scanner: Scanner, pattern: RegExp): boolean {
  pattern.lastIndex = scanner.at
  const found = pattern.test(scanner.text)
  if (found) scanner.at = pattern.lastIndex
  return found
}

/** Past blanks, tabs and the ends of lines. */
function skipSpace(scanner: Scanner): void {
  isMatch(scanner, /[ \t\n\r]*/y)
}

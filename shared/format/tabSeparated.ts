/** Rows of cells as spreadsheets put them on the clipboard as text: tabs between cells, lines between rows. */

const needsQuotes = /["\t\n\r]/

/** Quoted, with quotes doubled, where a text holds what parts cells. */
const quoted = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const writeTabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join('\t')).join('\n')

/**
 * Reads what a spreadsheet copied, with lines that end in any way and one ending after the last row. A quote opens a
 * quoted text only where a cell begins, and only where one closes it: `6" cable` is a text as it stands.
 */
export function readTabSeparated(text: string): string[][] {
  const source = text.replace(/(\r\n|\n|\r)$/, '')
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=[\t\n\r]|$)|[^\t\n\r]*/y
  let position = 0
  while (position <= source.length) {
    cell.lastIndex = position
    const found = cell.exec(source)!
    rows.at(-1)!.push(found[1] === undefined ? found[0] : found[1].replaceAll('""', '"'))
    position += found[0].length
    if (position >= source.length) break
    if (source[position] === '\t') position += 1
    else {
      position += source.startsWith('\r\n', position) ? 2 : 1
      rows.push([])
    }
  }
  return rows
}

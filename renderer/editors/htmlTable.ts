import type { CopiedCell } from '../../shared/terms/copying.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * A copied block as a table of HTML. LibreOffice takes its numbers from `sdval` and their form from `sdnum`, whatever its
 * locale; Excel reads the text, and keeps words that look like a formula as words by the style.
 */
export const htmlTable = (cells: readonly (readonly CopiedCell[])[]): string =>
  `<meta charset="utf-8"><table>${cells.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('')}</table>`

function htmlCell({ text, number }: CopiedCell): string {
  if (number === null) return `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`
  const { value, format } = number
  const excelFormat = format.replaceAll(/[-,#]/g, '\\$&')
  return `<td sdval="${value}" sdnum="1033;0;${format}" style="mso-number-format:'${excelFormat}'">${escaped(text)}</td>`
}

/** A spreadsheet as one XML text, flat OpenDocument: the least that LibreOffice opens and calculates. */

export type CellStyle = 'text' | 'date' | 'money' | 'number'

/** What is written in a cell, or the formula it holds (OpenFormula, without the equals sign); null leaves it empty. */
export type Cell = ({ literal: string | number } | { formula: string }) & { style: CellStyle }

export interface Sheet {
  name: string
  rows: readonly (readonly (Cell | null)[])[]
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function cellXml(cell: Cell | null): string {
  if (!cell) return '<table:table-cell/>'
  const open = `<table:table-cell table:style-name="${cell.style}"`
  if ('formula' in cell) return `${open} table:formula="of:=${escaped(cell.formula)}"/>`
  if (cell.style === 'date') return `${open} office:value-type="date" office:date-value="${cell.literal}"/>`
  if (typeof cell.literal === 'number')
    return `${open} office:value-type="float" office:value="${cell.literal}"/>`
  return `${open} office:value-type="string"><text:p>${escaped(cell.literal)}</text:p></table:table-cell>`
}

const rowXml = (cells: readonly (Cell | null)[]) =>
  `<table:table-row>${cells.map(cellXml).join('')}</table:table-row>`

const sheetXml = ({ name, rows }: Sheet) =>
  `<table:table table:name="${escaped(name)}">\n${rows.map(rowXml).join('\n')}\n</table:table>`

const decimals = (name: string, places: number) => `
  <number:number-style style:name="${name}-format">
    <number:number number:decimal-places="${places}" number:min-decimal-places="${places}" number:min-integer-digits="1"/>
  </number:number-style>
  <style:style style:name="${name}" style:family="table-cell" style:data-style-name="${name}-format"/>`

/** Dates are shown as `YYYY-MM-DD`, wherever the spreadsheet runs. */
const styles = `
  <number:date-style style:name="date-format">
    <number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>
  </number:date-style>
  <style:style style:name="date" style:family="table-cell" style:data-style-name="date-format"/>
  <style:style style:name="text" style:family="table-cell"/>${decimals('money', 2)}${decimals('number', 10)}`

const namespaces = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  number: 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  of: 'urn:oasis:names:tc:opendocument:xmlns:of:1.2',
}

export const flatOds = (sheets: readonly Sheet[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${Object.entries(namespaces)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>${styles}
</office:automatic-styles>
<office:body><office:spreadsheet>
${sheets.map(sheetXml).join('\n')}
</office:spreadsheet></office:body>
</office:document>
`

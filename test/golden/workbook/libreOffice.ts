import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { firstOnPath } from '../../../build/onPath.ts'
import { flatOds, type Sheet } from './flatOds.ts'

export const soffice = firstOnPath(['soffice', 'libreoffice'])

/**
 * Commas, quotes, UTF-8, from the first row; texts and numbers as they are and not as they are shown, so that numbers
 * have fifteen digits; and every sheet in a file of its own.
 */
const toCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

/** What LibreOffice calculates of the sheets: the text of each cell, by sheet. No cell may hold a comma or a quote. */
export function calculated(program: string, sheets: readonly Sheet[]): Map<string, string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'offtake-workbook-'))
  try {
    const workbook = join(folder, 'leases.fods')
    writeFileSync(workbook, flatOds(sheets))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    execFileSync(program, [profile, '--headless', '--convert-to', toCsv, '--outdir', folder, workbook], {
      stdio: 'pipe',
      timeout: 300_000,
    })
    const rowsOf = ({ name }: Sheet) =>
      readFileSync(join(folder, `leases-${name}.csv`), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => line.split(','))
    return new Map(sheets.map((sheet) => [sheet.name, rowsOf(sheet)]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

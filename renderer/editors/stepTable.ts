import type { Command } from '../../shared/commands/command.ts'
import type { Schedule } from '../../shared/engine/scheduleColumns.ts'
import { type Parsed, parsed } from '../../shared/format/expression.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import type { ValueKind } from '../../shared/terms/term.ts'

/** What the rows of a table are read and written with. */
export interface TableContext {
  terms: DealTerms
  style: NumberStyle
}

interface ColumnHead<Row> {
  label: string
  /** Pixels. */
  width: number
  /** Whether its fields stand flush right, as figures do. */
  isNumber?: boolean
  /** What stands in place of its field in a row that has no such value. */
  without?(row: Row): string | null
}

/** A column of a small table: a line of text, or one of a few words. */
export type Column<Row> = ColumnHead<Row> &
  (
    | {
        kind: 'line'
        /** What an empty field means. */
        placeholder?: string
        input(row: Row, context: TableContext): string
        change(row: Row, text: string, context: TableContext): Parsed<Row>
      }
    | {
        kind: 'choice'
        options(terms: DealTerms): readonly { id: string; label: string }[]
        chosen(row: Row): string
        choose(row: Row, id: string, context: TableContext): Row
      }
  )

/** What repeats in a deal, as a small table: its words, its columns, and the command that writes it. */
export interface StepTable<Row> {
  title(terms: DealTerms): string
  /** What one row is called; fields are named by it and its number. */
  row: string
  /** What the button says that makes one more. */
  add: string
  /** What stands where there is no row. */
  none: string
  /** How many rows a deal can hold. */
  most: number
  columns: readonly Column<Row>[]
  read(terms: DealTerms): readonly Row[]
  write(terms: DealTerms, rows: readonly Row[]): Command
  /** One more row, to be edited from there. */
  make(terms: DealTerms, rows: readonly Row[]): Parsed<Row>
  /** What the rows come to on each stretch of the schedule, from 0 to 1, where that can be drawn. */
  preview?(schedule: Schedule): readonly number[]
  /** Reads rows from a spreadsheet's clipboard; the hint says which. */
  paste?: { hint: string; read(text: string, style: NumberStyle): Parsed<readonly Row[]> }
}

/** A column of a field of the row, read and written as its kind of value is everywhere. */
export const fieldColumn = <Row, Key extends keyof Row>(
  key: Key,
  label: string,
  width: number,
  kind: ValueKind<Row[Key]>,
  more: Pick<Column<Row> & { kind: 'line' }, 'without' | 'placeholder'> = {},
): Column<Row> => ({
  kind: 'line',
  label,
  width,
  isNumber: kind.bounds !== null,
  ...more,
  input: (row, { style, terms }) => kind.input?.(row[key], style) ?? kind.format(row[key], style, terms),
  change(row, text, { style, terms }) {
    const value = kind.parse(text, style, terms)
    return value.ok ? parsed({ ...row, [key]: value.value }) : value
  },
})

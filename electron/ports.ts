import type { SummaryOptions } from '../shared/contract/contract.ts'
import type { Result } from '../shared/contract/result.ts'

/** What the core asks of the shell it runs in. A shell that cannot do a thing says so with null. */
export interface Shell {
  readonly kind: 'desktop' | 'browser'
  /** The locale of the region the system is set to, where it can be told from the language. */
  readonly region?: string | null
  readonly dialogs: Dialogs | null
  readonly printer: SummaryPrinter | null
  /** Shows a file in the system's own file manager. */
  readonly reveal: ((path: string) => void) | null
  /** Puts a PNG on the system's clipboard; false where it is no picture. */
  readonly copyImage: ((png: Uint8Array) => Promise<boolean>) | null
}

/** Each answers with the path a person chose, or null where they closed the dialog. Paths never come from a page. */
export interface Dialogs {
  chooseBookToOpen(): Promise<string | null>
  chooseNewBook(suggestedName: string): Promise<string | null>
  chooseSummary(suggestedName: string): Promise<string | null>
  /** A file of JSON to import. */
  chooseDocumentToImport(): Promise<string | null>
  /** Where a deal or a book is written as JSON. */
  chooseDocument(suggestedName: string): Promise<string | null>
  /** Where a picture of a chart is written. */
  choosePicture(suggestedName: string, format: 'png' | 'svg'): Promise<string | null>
}

export interface SummaryPrinter {
  /** Lays the summary out in a window of its own and gives it back as a PDF, or says why it could not. */
  print(options: SummaryOptions): Promise<Result<Uint8Array>>
  /** The page says that all of it is on paper: fonts, charts and figures. */
  rendered(): void
  /** The options of the summary being printed; null where none is. */
  readonly options: SummaryOptions | null
}

/** A book's day: the civil date at the place of the machine, `YYYY-MM-DD`. */
export type Today = () => string

/** The time now: handed in, so that tests can set it back. */
export type Clock = () => Date

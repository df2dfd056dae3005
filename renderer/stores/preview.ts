import { apply } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/command.ts'
import { ok, type Result } from '../../shared/contract/result.ts'
import type { Book } from '../../shared/schema/book.ts'
import { type DealTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import { hasPartsOf } from '../../shared/schema/partOfBook.ts'
import { edit, useBook } from './book.ts'

/**
 * What a drag has come to: an edit laid over the book that sheet, figures and charts show, and nobody else knows. Letting
 * go makes it the one edit of the drag.
 */

/** The book as it is shown: with the edit that is being dragged, while one is. */
export const shownBook = ({ preview, workspace }: ReturnType<typeof useBook.getState>): Book =>
  preview?.book ?? workspace.book

/** The terms of a deal as they are shown; null for no deal, one that is gone, or one of which only its name is here. */
export const useTerms = (dealId: string | null): DealTerms | null =>
  useBook((state) => {
    const book = shownBook(state)
    return dealId !== null && hasPartsOf(book, dealId) ? dealTerms(book, dealId) : null
  })

/** Shows the book as it would be after an edit, in place of what was previewed before. A refusal changes nothing. */
export function showPreview(command: Command): Result<void> {
  const after = apply(useBook.getState().workspace.book, command)
  if (!after.ok) return after
  useBook.setState({ preview: { command, book: after.value } })
  return ok(undefined)
}

/** Shows the book as it is. */
export function dropPreview(): void {
  if (useBook.getState().preview) useBook.setState({ preview: null })
}

/** Makes the edit that is previewed; edits of one gesture are one step of history. */
export function keepPreview(gesture?: string): Result<void> {
  const { preview } = useBook.getState()
  if (!preview) return ok(undefined)
  useBook.setState({ preview: null })
  return edit(preview.command, gesture)
}

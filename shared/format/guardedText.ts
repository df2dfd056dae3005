/** What a spreadsheet would take for a formula, or what is such a text already guarded. */
const formulaLike = /^'*[=+\-@]/

/** A text that no spreadsheet runs: with the apostrophe that marks it as text where it could be taken for a formula. */
export const guarded = (text: string): string => (formulaLike.test(text) ? `'${text}` : text)

/** The text as it was before it was guarded. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && formulaLike.test(text.slice(1)) ? text.slice(1) : text

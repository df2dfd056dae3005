const fullWidth = /[\uff01-\uff5e]/g
/** The full-width forms stand in the order of ASCII, from the exclamation mark to the tilde. */
const fromAscii = 0xff01 - 0x21

/**
 * A text with one form of each sign, to be read from: full-width forms, which a Japanese keyboard writes, as their ASCII
 * (`１２．５％` is `12.5%`), the full-width yen and won as `¥` and `₩`, a minus sign as a hyphen, and every space, those
 * of French thousands among them, as an ordinary one. Of the same length as it was.
 */
export const plainForms = (text: string): string =>
  text
    .replaceAll(fullWidth, (form) => String.fromCharCode(form.charCodeAt(0) - fromAscii))
    .replaceAll('\uffe5', '¥')
    .replaceAll('\uffe6', '₩')
    .replaceAll('\u2212', '-')
    .replaceAll(/\p{Zs}/gu, ' ')

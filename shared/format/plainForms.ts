const fullWidth = /[\uff01-\uff5e]/g
/** The full-width forms stand in the order of ASCII, from the exclamation mark to the tilde. */
const fromAscii = 0xff01 - 0x21

/** Which most texts are. */
const isAscii = /^[\0-\x7f]*$/

const otherDigits = /(?![0-9])\p{Nd}/gu
const isDigit = /^\p{Nd}$/u

/** The digit of any script as its ASCII digit: Unicode keeps the digits of a script together, from zero to nine. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!
  let before = 0
  while (isDigit.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}

/** Signs that mean the same as one of ASCII: hyphens and minus signs, percent signs, and the comma of Arabic. */
const sameAs: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2212': '-',
  '\ufe63': '-',
  '\u066a': '%',
  '\ufe6a': '%',
  '\u060c': ',',
  '\uffe5': '¥',
  '\uffe6': '₩',
}
const otherSigns = new RegExp(`[${Object.keys(sameAs).join('')}]`, 'g')

/**
 * A text with one form of each sign, to be read from: the digits of any script as ASCII (`١٢` is `12`), full-width forms,
 * which a Japanese keyboard writes, as well (`１２．５％` is `12.5%`), minus and percent signs as those of ASCII, every
 * space, those of French thousands among them, as an ordinary one, and without marks of direction and others that
 * nobody sees.
 */
export const plainForms = (text: string): string =>
  isAscii.test(text)
    ? text
    : text
        .replaceAll(fullWidth, (form) => String.fromCharCode(form.charCodeAt(0) - fromAscii))
        .replaceAll(otherDigits, asciiDigit)
        .replaceAll(otherSigns, (sign) => sameAs[sign]!)
        .replaceAll(/\p{Cf}/gu, '')
        .replaceAll(/\p{Zs}/gu, ' ')

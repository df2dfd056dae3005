/** A key press as browsers and React tell of it. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  shiftKey: boolean
  getModifierState(key: 'AltGraph'): boolean
}

/** The sign of a key on a keyboard of Latin letters that is neither a letter nor a digit, by the place it has there. */
const signs: Readonly<Record<string, string>> = {
  Slash: '/',
  Backslash: '\\',
  IntlBackslash: '\\',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
}

const letter = /^\p{L}$/u
const latinLetter = /^[a-z]$/i

/** Whether the keyboard writes Latin letters, as far as it was seen to. */
let isLatin = true

/** The character of a key's place on a Latin keyboard; null for a key without one, such as an arrow. */
const latinAt = (code: string): string | null =>
  /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1]?.toLowerCase() ?? signs[code] ?? null

/**
 * The key a shortcut means. On a keyboard of Latin letters the letter or sign that is on it, wherever that is: Ctrl+Z is
 * the Z of a German keyboard. On another one (Russian, Greek, Hebrew, Arabic) the key in the same place, for it writes no
 * such letter. A sign that a Latin keyboard needs AltGr for (`\` in Germany) is the key in its place, too.
 */
export function keyOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if (key.length !== 1) return key
  if (code.startsWith('Key') && letter.test(key)) isLatin = latinLetter.test(key)
  // A number row may write signs (France) without another meaning.
  const byPlace = !isLatin || !/^[ -~]$/.test(key) || code.startsWith('Digit') || code === 'Backslash'
  const isWritten = latinLetter.test(key) || /^[\d/\\,]$/.test(key)
  if (isLatin && isWritten) return key
  return byPlace ? (latinAt(code) ?? key) : key
}

/** Whether AltGr is held: its characters are text, although Windows tells of it as of Ctrl and Alt. */
export const isAltGraph = (event: KeyPress): boolean => event.getModifierState('AltGraph')

/**
 * A key press in the spellings of shortcuts it could be, `Mod+Shift+Z`; none with AltGr. A sign may be one that needs
 * Shift to be written: Ctrl+/ is Ctrl, Shift and 7 on a German keyboard.
 */
export function spellings(event: KeyPress, isMac: boolean): string[] {
  if (isAltGraph(event)) return []
  const isMod = isMac ? event.metaKey : event.ctrlKey
  const key = keyOf(event)
  const name = key.length === 1 ? key.toUpperCase() : key
  const spelled = (isShifted: boolean) =>
    [isMod && 'Mod', event.altKey && 'Alt', isShifted && 'Shift', name].filter(Boolean).join('+')
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key)
  return event.shiftKey && isSign ? [spelled(true), spelled(false)] : [spelled(event.shiftKey)]
}

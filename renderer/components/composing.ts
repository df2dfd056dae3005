/** What a key press of an input method is told by where the browser does not say so: its key code. */
const processKey = 229

interface KeyPress {
  isComposing?: boolean
  keyCode: number
}

/**
 * Whether a key press belongs to an input method, which composes a text of several keys (Japanese, Chinese, Korean, a dead
 * key): its Enter chooses a word, and its Escape gives up the word, not the field.
 */
export const isComposing = (event: KeyPress | { nativeEvent: KeyPress }): boolean => {
  const press = 'nativeEvent' in event ? event.nativeEvent : event
  return press.isComposing === true || press.keyCode === processKey
}

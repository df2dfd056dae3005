/** The key code of a key press that an input method handles, for browsers that do not say so otherwise. */
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

/** Edits of many cells at once, read with the first of them that is asked for: no frame before it needs them. */
const edits = () => import('../popups.ts')

export const pasteTexts = async (text: string, own: string): Promise<void> =>
  (await edits()).pasteTexts(text, own)

export const clearSelection = async (action: 'clear' | 'cut' = 'clear'): Promise<void> =>
  (await edits()).clearSelection(action)

export const fillRight = async (): Promise<void> => (await edits()).fillRight()

export const fillFromBaseline = async (): Promise<void> => (await edits()).fillFromBaseline()

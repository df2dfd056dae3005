/** What the keys of the term sheet do, for the help; the sheet itself handles them. */
export const sheetHelp: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'Go to the next cell or section' },
  { keys: ['Mod+ArrowRight', 'Mod+ArrowDown'], does: 'Go to the edge of the sheet' },
  { keys: ['Home', 'End'], does: 'Go to the first or the last deal' },
  { keys: ['Mod+Home', 'Mod+End'], does: 'Go to the first or the last cell' },
  { keys: ['PageUp', 'PageDown'], does: 'Go ten rows up or down' },
  { keys: ['Tab', 'Shift+Tab'], does: 'Go to the next or the previous deal' },
  { keys: ['Enter', 'F2'], does: 'Edit the cell; Enter commits and goes down' },
  { keys: ['Escape'], does: 'Give up what was typed, or the selection' },
  { keys: ['Shift+ArrowRight', 'Shift+ArrowDown'], does: 'Select a block of cells' },
  { keys: ['Shift+Space', 'Mod+Space', 'Mod+A'], does: 'Select the row, the deal, or all' },
  { keys: ['Mod+C', 'Mod+X', 'Mod+V'], does: 'Copy, cut or paste the block' },
  { keys: ['Delete'], does: 'Clear the cells' },
  { keys: ['ArrowLeft', 'ArrowRight'], does: 'On a section: fold or unfold it' },
]

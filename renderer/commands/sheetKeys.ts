/** What the keys of the term sheet do, for the help; the sheet itself handles them. */
export const sheetKeys: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'Go to the next cell' },
  { keys: ['Mod+ArrowRight', 'Mod+ArrowDown'], does: 'Go to the edge of the sheet' },
  { keys: ['Home', 'End'], does: 'Go to the first or the last deal' },
  { keys: ['Mod+Home', 'Mod+End'], does: 'Go to the first or the last cell' },
  { keys: ['Tab', 'Shift+Tab'], does: 'Go to the next or the previous deal' },
  { keys: ['Enter', 'F2'], does: 'Edit the cell; Enter commits and goes down' },
  { keys: ['Escape'], does: 'Give up what was typed' },
]

/** Under which head a command stands in the application’s menu, in the palette and in the help. */
export const commandMenus = ['File', 'Edit', 'Deal', 'View', 'Help'] as const
export type CommandMenu = (typeof commandMenus)[number]

/** What a command is called and how it is reached, for whoever lists commands; what it does, the page knows. */
export interface CommandWords {
  id: string
  menu: CommandMenu
  /** Commands of one group stand together, apart from the next. */
  group: number
  /** With an ellipsis where it asks something before it acts. */
  title: string
  /** `Mod` is Ctrl, or Cmd on a Mac. The first is the one that is shown. */
  shortcuts?: readonly string[]
  /** Whether it needs a shell that can ask for files. */
  needsFiles?: true
}

/** Every command of the app, once: menu, palette, shortcuts, buttons and help come from here. */
export const commandWords = [
  {
    id: 'book.new',
    menu: 'File',
    group: 1,
    title: 'New book…',
    shortcuts: ['Mod+Shift+N'],
    needsFiles: true,
  },
  { id: 'book.open', menu: 'File', group: 1, title: 'Open book…', shortcuts: ['Mod+O'], needsFiles: true },
  { id: 'book.recent', menu: 'File', group: 1, title: 'Open recent…' },
  { id: 'book.saveCopy', menu: 'File', group: 2, title: 'Save a copy…', needsFiles: true },
  { id: 'book.rename', menu: 'File', group: 2, title: 'Rename the book’s file…' },
  { id: 'book.reveal', menu: 'File', group: 2, title: 'Show in folder', needsFiles: true },
  { id: 'book.versions', menu: 'File', group: 3, title: 'Versions…' },
  { id: 'book.backups', menu: 'File', group: 3, title: 'Backups…' },
  {
    id: 'document.import',
    menu: 'File',
    group: 4,
    title: 'Import JSON…',
    shortcuts: ['Mod+Shift+O'],
    needsFiles: true,
  },
  { id: 'book.export', menu: 'File', group: 4, title: 'Export the book as JSON…', needsFiles: true },
  { id: 'deal.export', menu: 'File', group: 4, title: 'Export the deal as JSON…', needsFiles: true },
  { id: 'summary.export', menu: 'File', group: 5, title: 'Export PDF…', shortcuts: ['Mod+P'] },
  { id: 'app.preferences', menu: 'File', group: 6, title: 'Preferences…', shortcuts: ['Mod+,'] },

  { id: 'edit.undo', menu: 'Edit', group: 1, title: 'Undo', shortcuts: ['Mod+Z'] },
  { id: 'edit.redo', menu: 'Edit', group: 1, title: 'Redo', shortcuts: ['Mod+Shift+Z', 'Mod+Y'] },
  { id: 'history.show', menu: 'Edit', group: 1, title: 'History', shortcuts: ['Mod+Shift+H'] },
  { id: 'sheet.fillRight', menu: 'Edit', group: 2, title: 'Fill right', shortcuts: ['Mod+R'] },
  {
    id: 'sheet.fillFromBaseline',
    menu: 'Edit',
    group: 2,
    title: 'Fill from the baseline',
    shortcuts: ['Mod+Shift+R'],
  },
  { id: 'sheet.clear', menu: 'Edit', group: 2, title: 'Clear the cells' },
  { id: 'sheet.find', menu: 'Edit', group: 2, title: 'Find a term…', shortcuts: ['Mod+F'] },
  {
    id: 'cell.stepUp',
    menu: 'Edit',
    group: 3,
    title: 'Raise the number by a step',
    shortcuts: ['Alt+ArrowUp'],
  },
  {
    id: 'cell.stepDown',
    menu: 'Edit',
    group: 3,
    title: 'Lower the number by a step',
    shortcuts: ['Alt+ArrowDown'],
  },
  {
    id: 'section.parts',
    menu: 'Edit',
    group: 3,
    title: 'Tranches, charges or rights side by side',
    shortcuts: ['Alt+Enter'],
  },
  { id: 'cell.evidence', menu: 'Edit', group: 3, title: 'Evidence of the cell', shortcuts: ['Mod+E'] },

  { id: 'figure.pin', menu: 'View', group: 3, title: 'Pin the figure to the headline, or take it out' },
  { id: 'figure.explain', menu: 'View', group: 3, title: 'How the figure came about' },
  { id: 'figures.copy', menu: 'Edit', group: 4, title: 'Copy the figures as a table' },

  { id: 'deal.add', menu: 'Deal', group: 1, title: 'New deal', shortcuts: ['Mod+N'] },
  { id: 'deal.add.ramped', menu: 'Deal', group: 1, title: 'New ramped lease' },
  { id: 'deal.add.prepaid', menu: 'Deal', group: 1, title: 'New prepaid lease' },
  { id: 'deal.add.takeOrPay', menu: 'Deal', group: 1, title: 'New take-or-pay deal' },
  { id: 'deal.add.colocation', menu: 'Deal', group: 1, title: 'New colocation deal' },
  { id: 'deal.duplicate', menu: 'Deal', group: 1, title: 'Duplicate deal', shortcuts: ['Mod+D'] },
  { id: 'deal.copy', menu: 'Deal', group: 1, title: 'Copy the deal as JSON' },
  { id: 'deal.baseline', menu: 'Deal', group: 2, title: 'Make the deal the baseline' },
  {
    id: 'deal.moveLeft',
    menu: 'Deal',
    group: 2,
    title: 'Move deal left',
    shortcuts: ['Alt+Shift+ArrowLeft'],
  },
  {
    id: 'deal.moveRight',
    menu: 'Deal',
    group: 2,
    title: 'Move deal right',
    shortcuts: ['Alt+Shift+ArrowRight'],
  },
  { id: 'deal.hide', menu: 'Deal', group: 2, title: 'Hide the deal' },
  { id: 'charge.add', menu: 'Deal', group: 3, title: 'Add a charge' },
  { id: 'tranche.add', menu: 'Deal', group: 3, title: 'Add a tranche' },
  { id: 'deal.archive', menu: 'Deal', group: 4, title: 'Archive the deal' },
  { id: 'deal.remove', menu: 'Deal', group: 4, title: 'Remove the deal' },

  { id: 'palette.show', menu: 'View', group: 1, title: 'Find a command…', shortcuts: ['Mod+K', 'F1'] },
  {
    id: 'sheet.silentTerms',
    menu: 'View',
    group: 2,
    title: 'Show every term, or only what is said',
    shortcuts: ['Mod+Shift+E'],
  },
  {
    id: 'sheet.onlyDifferences',
    menu: 'View',
    group: 2,
    title: 'Show only what differs from the baseline, or what is said',
    shortcuts: ['Mod+Shift+D'],
  },
  {
    id: 'sheet.onlyUnsupported',
    menu: 'View',
    group: 2,
    title: 'Show only what no source states, or what is said',
  },
  { id: 'sheet.foldAll', menu: 'View', group: 2, title: 'Fold all sections' },
  { id: 'sheet.unfoldAll', menu: 'View', group: 2, title: 'Unfold all sections' },
  { id: 'view.theme', menu: 'View', group: 4, title: 'Change the theme' },

  { id: 'help.shortcuts', menu: 'Help', group: 1, title: 'Keys and shortcuts', shortcuts: ['Mod+/'] },
] as const satisfies readonly CommandWords[]

export type CommandId = (typeof commandWords)[number]['id']

/** The commands under one head, in their groups. */
export const commandGroups = (menu: CommandMenu): CommandWords[][] => {
  const own: readonly CommandWords[] = commandWords.filter((command) => command.menu === menu)
  const groups = new Map<number, CommandWords[]>()
  for (const command of own) groups.set(command.group, [...(groups.get(command.group) ?? []), command])
  return [...groups.values()]
}

import { app, Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * The system menu. What it does in the book it asks the page to do, by the id of the page's own command, so that a
 * command has one meaning wherever it is chosen. Its shortcuts are shown here and handled by the page.
 */
export function showMenu(run: (command: string) => void): void {
  const item = (label: string, command: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => run(command),
  })
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('New Book…', 'book.new', 'CmdOrCtrl+Shift+N'),
        item('Open Book…', 'book.open', 'CmdOrCtrl+O'),
        item('Open Recent…', 'book.recent'),
        { type: 'separator' },
        item('Save a Copy…', 'book.saveCopy'),
        item('Rename…', 'book.rename'),
        item(isMac ? 'Show in Finder' : 'Show in Folder', 'book.reveal'),
        { type: 'separator' },
        item('Versions…', 'book.versions'),
        item('Backups…', 'book.backups'),
        { type: 'separator' },
        item('Import JSON…', 'document.import', 'CmdOrCtrl+Shift+O'),
        item('Export Book as JSON…', 'book.export'),
        item('Export Deal as JSON…', 'deal.export'),
        { type: 'separator' },
        item('Export PDF…', 'summary.export', 'CmdOrCtrl+P'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'edit.undo', 'CmdOrCtrl+Z'),
        item('Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'),
        item('History', 'history.show', 'CmdOrCtrl+Shift+H'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        item('Fill Right', 'sheet.fillRight', 'CmdOrCtrl+R'),
        item('Fill from Baseline', 'sheet.fillFromBaseline', 'CmdOrCtrl+Shift+R'),
        item('Clear Cells', 'sheet.clear'),
        item('Find Term…', 'sheet.find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: '&Deal',
      submenu: [
        item('New Deal', 'deal.add', 'CmdOrCtrl+N'),
        item('Duplicate Deal', 'deal.duplicate', 'CmdOrCtrl+D'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Every Term', 'sheet.silentTerms', 'CmdOrCtrl+Shift+E'),
        item('Only Differences', 'sheet.onlyDifferences', 'CmdOrCtrl+Shift+D'),
        item('Only What No Source States', 'sheet.onlyUnsupported'),
        item('Fold All Sections', 'sheet.foldAll'),
        item('Unfold All Sections', 'sheet.unfoldAll'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

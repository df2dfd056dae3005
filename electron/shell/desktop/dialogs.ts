import { type BrowserWindow, dialog, type FileFilter } from 'electron'
import { bookExtension } from '../../book/extension.ts'
import type { Dialogs } from '../../ports.ts'

const books: FileFilter = { name: 'Offtake book', extensions: [bookExtension.slice(1)] }
const summaries: FileFilter = { name: 'PDF document', extensions: ['pdf'] }
const pictures = {
  png: { name: 'PNG picture', extensions: ['png'] },
  svg: { name: 'SVG picture', extensions: ['svg'] },
} satisfies Record<string, FileFilter>
const documents: FileFilter = { name: 'JSON document', extensions: ['json'] }

/** The system's own file dialogs, on top of the workbench. */
export function dialogs(window: BrowserWindow): Dialogs {
  const open = async (filter: FileFilter) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      filters: [filter, { name: 'All files', extensions: ['*'] }],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }
  const save = async (defaultPath: string, filter: FileFilter) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath, filters: [filter] })
    return canceled || filePath === '' ? null : withExtension(filePath, filter)
  }
  return {
    chooseBookToOpen: () => open(books),
    chooseNewBook: (suggestedName) => save(suggestedName, books),
    chooseSummary: (suggestedName) => save(suggestedName, summaries),
    chooseDocumentToImport: () => open(documents),
    chooseDocument: (suggestedName) => save(suggestedName, documents),
    choosePicture: (suggestedName, format) => save(suggestedName, pictures[format]),
  }
}

// Linux's dialog does not add the extension of the chosen filter.
function withExtension(path: string, { extensions }: FileFilter): string {
  const extension = `.${extensions[0]}`
  return path.toLowerCase().endsWith(extension) ? path : path + extension
}

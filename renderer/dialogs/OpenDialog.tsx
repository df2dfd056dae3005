import { useView } from '../stores/view.ts'
import { Backups } from './Backups.tsx'
import { NewBook } from './NewBook.tsx'
import { Palette } from './Palette.tsx'
import { Preferences } from './Preferences.tsx'
import { RecentBooks } from './RecentBooks.tsx'
import { RenameBook } from './RenameBook.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { Versions } from './Versions.tsx'

/** The dialog that is asked for. */
export function OpenDialog() {
  const dialog = useView((view) => view.dialog)
  switch (dialog) {
    case 'newBook':
      return <NewBook />
    case 'recent':
      return <RecentBooks />
    case 'rename':
      return <RenameBook />
    case 'versions':
      return <Versions />
    case 'backups':
      return <Backups />
    case 'palette':
      return <Palette />
    case 'preferences':
      return <Preferences />
    case 'shortcuts':
      return <Shortcuts />
    case null:
      return null
  }
}

import { useView } from '../stores/view.ts'
import { Backups } from './Backups.tsx'
import { RecentBooks } from './RecentBooks.tsx'
import { RenameBook } from './RenameBook.tsx'
import { Versions } from './Versions.tsx'

/** The dialog that is asked for. */
export function OpenDialog() {
  const dialog = useView((view) => view.dialog)
  switch (dialog) {
    case 'recent':
      return <RecentBooks />
    case 'rename':
      return <RenameBook />
    case 'versions':
      return <Versions />
    case 'backups':
      return <Backups />
    case null:
      return null
  }
}

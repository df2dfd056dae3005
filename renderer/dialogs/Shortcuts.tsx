import { commandGroups, commandMenus } from '../../shared/contract/commands.ts'
import { sheetHelp } from '../commands/sheetHelp.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { AppDialog } from './AppDialog.tsx'
import styles from './Shortcuts.module.css'

interface Line {
  keys: readonly string[]
  does: string
}

/** Every key there is: those of the term sheet, and each command that has one. */
export function Shortcuts() {
  return (
    <AppDialog
      title="Keys and shortcuts"
      explanation={`${shownShortcut('Mod+K')} finds every command by its words, with or without a key of its own.`}
      isWide
    >
      <div className={styles['sections']}>
        <Section title="In the term sheet" lines={sheetHelp} />
        {commandMenus.map((menu) => (
          <Section
            key={menu}
            title={menu}
            lines={commandGroups(menu)
              .flat()
              .flatMap(({ title, shortcuts = [] }) =>
                shortcuts.length > 0 ? [{ keys: shortcuts, does: title }] : [],
              )}
          />
        ))}
      </div>
    </AppDialog>
  )
}

function Section({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      <dl>
        {lines.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{shownShortcut(key)}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { commandGroups, type CommandMenu, commandMenus } from '../../../shared/contract/commands.ts'

type Items = MenuItemConstructorOptions[]

const separator = { type: 'separator' } as const

/** What the system does itself, after the commands of a menu. */
function rolesOf(menu: CommandMenu): Items {
  switch (menu) {
    case 'File':
      return [process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' }]
    case 'Edit':
      return [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
    case 'View':
      return [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ]
    case 'Deal':
    case 'Help':
      return []
  }
}

/** `Mod+Shift+ArrowLeft` as Electron spells it. */
const accelerator = (shortcut: string): string =>
  shortcut.replace('Mod', 'CmdOrCtrl').replace(/Arrow(?=\w+$)/, '')

/**
 * The system menu: the app's own commands, which the page is asked to run by their ids, so that a command has one meaning
 * wherever it is chosen. Their shortcuts are shown here and handled by the page.
 */
export function showMenu(run: (command: string) => void): void {
  const groupsOf = (menu: CommandMenu): Items[] =>
    commandGroups(menu).map((group) =>
      group.map(({ id, title, shortcuts }) => ({
        label: title,
        registerAccelerator: false,
        click: () => run(id),
        ...(shortcuts?.[0] === undefined ? {} : { accelerator: accelerator(shortcuts[0]) }),
      })),
    )
  const menus = commandMenus.map((menu): MenuItemConstructorOptions => {
    const groups = [...groupsOf(menu), rolesOf(menu)].filter((group) => group.length > 0)
    return {
      label: `&${menu}`,
      submenu: groups.flatMap((group, place) => (place === 0 ? group : [separator, ...group])),
    }
  })
  const ofTheApp: Items = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...ofTheApp, ...menus]))
}

import { describe, expect, it } from 'vitest'
import {
  commandGroups,
  commandMenus,
  type CommandWords,
  commandWords,
} from '../../shared/contract/commands.ts'

const commands: readonly CommandWords[] = commandWords

describe('the list of commands', () => {
  it('has each id, each title and each shortcut once', () => {
    const shortcuts = commands.flatMap((command) => command.shortcuts ?? [])
    for (const words of [commands.map(({ id }) => id), commands.map(({ title }) => title), shortcuts])
      expect(new Set(words).size).toBe(words.length)
  })

  it('spells a shortcut as it is pressed: modifiers in their order, then one key', () => {
    for (const { shortcuts = [] } of commands)
      for (const shortcut of shortcuts)
        expect(shortcut).toMatch(/^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z]|[,/]|F\d|Enter|Arrow\w+)$/)
  })

  it('stands under its menus, whole', () => {
    const listed = commandMenus.flatMap((menu) => commandGroups(menu).flat())
    expect(listed).toHaveLength(commands.length)
  })
})

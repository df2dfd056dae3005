import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsFile } from '../../electron/settings.ts'
import { defaultPreferences } from '../../shared/contract/defaults.ts'
import { ownFolder } from './folder.ts'

const defaults = { preferences: defaultPreferences, recentBooks: [] }

describe('the settings of the app', () => {
  it('are the defaults before the first are written', () => {
    expect(settingsFile(join(ownFolder(), 'settings.json')).read()).toEqual(defaults)
  })

  it('are there again at the next start, each written by itself', () => {
    const path = join(ownFolder(), 'new', 'folder', 'settings.json')
    const first = settingsFile(path)
    first.write({ recentBooks: ['/tmp/Ä “b”.offtake'] })
    first.write({ preferences: { ...defaultPreferences, theme: 'dark' } })
    const expected = {
      preferences: { ...defaultPreferences, theme: 'dark' },
      recentBooks: ['/tmp/Ä “b”.offtake'],
    }
    expect(first.read()).toEqual(expected)
    expect(settingsFile(path).read()).toEqual(expected)
    expect(readdirSync(join(path, '..'))).toEqual(['settings.json'])
  })

  it('of an earlier version, with fewer preferences, are kept', () => {
    const path = join(ownFolder(), 'settings.json')
    writeFileSync(path, '{"preferences":{"theme":"dark","unit":"millions"},"recentBooks":["/a.offtake"]}')
    expect(settingsFile(path).read()).toEqual({
      preferences: { ...defaultPreferences, theme: 'dark', unit: 'millions' },
      recentBooks: ['/a.offtake'],
    })
  })

  it.each([
    ['empty', ''],
    ['cut short', '{"preferences":{"theme":"dark"'],
    ['not JSON', 'theme = dark'],
    ['binary', '\0\u0001\uFFFF'],
    ['a list', '[]'],
    ['null', 'null'],
    ['of another version', '{"preferences":{"theme":"neon"},"recentBooks":[]}'],
    [
      'with a key of its own',
      '{"preferences":{"theme":"dark","unit":"billions"},"recentBooks":[],"other":1}',
    ],
    ['nested without end', '['.repeat(200_000)],
  ])('that are %s count as the defaults, and are written anew', (_what, content) => {
    const path = join(ownFolder(), 'settings.json')
    writeFileSync(path, content)
    const settings = settingsFile(path)
    expect(settings.read()).toEqual(defaults)
    expect(readFileSync(path, 'utf8')).toBe(content)
    settings.write({ recentBooks: ['/a'] })
    expect(settingsFile(path).read()).toEqual({ ...defaults, recentBooks: ['/a'] })
  })

  it('that cannot be read or written count as the defaults, and hold until the app ends', () => {
    const path = join(ownFolder(), 'settings.json')
    mkdirSync(path)
    const settings = settingsFile(path)
    expect(settings.read()).toEqual(defaults)
    settings.write({ recentBooks: ['/a'] })
    expect(settings.read().recentBooks).toEqual(['/a'])
  })
})

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsFile } from '../../electron/settings.ts'
import { contract } from '../../shared/contract/contract.ts'
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
    ['of other kinds', '{"preferences":["dark"],"recentBooks":{"0":"/a"}}'],
    ['longer than any are', `{"recentBooks":["/a"]}${' '.repeat(5_000_000)}`],
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

  it('count one by one: what is unknown counts as unset, and costs none of the others', () => {
    const path = join(ownFolder(), 'settings.json')
    const written = {
      preferences: {
        theme: 'dark',
        unit: 'trillions',
        decimals: 99,
        locale: 'de-DE',
        yearStart: 4,
        headline: 7,
        mine: 1,
      },
      recentBooks: ['/a', 7, '', null, '/b'],
      other: true,
    }
    writeFileSync(path, JSON.stringify(written))
    expect(settingsFile(path).read()).toEqual({
      preferences: { ...defaultPreferences, theme: 'dark', locale: 'de-DE', yearStart: 4 },
      recentBooks: ['/a', '/b'],
    })
  })

  it.each(['zz-!!!!', '', 'de_DE', 'zz', 'qq-ZZ', 'x'.repeat(200), 5])(
    'have no locale that does not exist (%j), and the page cannot write one',
    (locale) => {
      const path = join(ownFolder(), 'settings.json')
      writeFileSync(path, JSON.stringify({ preferences: { theme: 'dark', locale }, recentBooks: ['/a'] }))
      const settings = settingsFile(path)
      expect(settings.read()).toEqual({
        preferences: { ...defaultPreferences, theme: 'dark' },
        recentBooks: ['/a'],
      })
      expect(contract['settings.write'].input.safeParse({ locale }).success).toBe(false)
      expect(contract['settings.write'].input.safeParse({ locale: 'fa-IR' }).success).toBe(true)
    },
  )

  it('that cannot be read or written count as the defaults, and hold until the app ends', () => {
    const path = join(ownFolder(), 'settings.json')
    mkdirSync(path)
    const settings = settingsFile(path)
    expect(settings.read()).toEqual(defaults)
    settings.write({ recentBooks: ['/a'] })
    expect(settings.read().recentBooks).toEqual(['/a'])
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { useInfo } from '../../renderer/stores/info.ts'
import { localeOf } from '../../renderer/stores/preferences.ts'
import { defaultPreferences } from '../../shared/contract/defaults.ts'

describe('numbers are written', () => {
  afterEach(() => useInfo.setState({ region: null }))

  it('as in the region the system is set to, whatever its language', () => {
    useInfo.setState({ region: 'de-DE' })
    expect(localeOf(defaultPreferences)).toBe('de-DE')
  })

  it('as was chosen, before that', () => {
    useInfo.setState({ region: 'de-DE' })
    expect(localeOf({ ...defaultPreferences, locale: 'fr-FR' })).toBe('fr-FR')
  })

  it('as in the language of the browser where no region is known', () => {
    expect(localeOf(defaultPreferences)).toBe(navigator.language)
  })
})

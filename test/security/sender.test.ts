import { describe, expect, it } from 'vitest'
import { isTrusted } from '../../electron/ipc/sender.ts'

const origin = 'app://offtake'
const isHeard = (url: string, isMainFrame = true) => isTrusted({ url, isMainFrame }, origin)

describe('who may ask the core for anything', () => {
  it('is the main frame of a page of the app', () => {
    expect(isHeard('app://offtake/')).toBe(true)
    expect(isHeard('app://offtake/print.html?a#b')).toBe(true)
  })

  it('is no frame inside a page, not even of the app', () => {
    expect(isHeard('app://offtake/', false)).toBe(false)
  })

  it('is no frame that is gone', () => {
    expect(isTrusted(null, origin)).toBe(false)
  })

  it.each([
    'https://offtake/',
    'http://127.0.0.1/',
    'file:///app/index.html',
    'app://offtake.evil.example/',
    'app://evil/offtake',
    'app://evil/?app://offtake/',
    'app://offtake:80/',
    'app://offtake@evil/',
    'apps://offtake/',
    'data:text/html,app://offtake/',
    'blob:app://offtake/1',
    'javascript:1',
    'about:blank',
    'about:srcdoc',
    'app:offtake',
    'app:/offtake/',
    '',
    'app://',
    'null',
  ])('is no page at %j', (url) => {
    expect(isHeard(url)).toBe(false)
  })
})

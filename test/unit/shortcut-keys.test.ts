import { describe, expect, it } from 'vitest'
import { spellings } from '../../renderer/commands/pressedKey.ts'

interface Press {
  key: string
  code: string
  shift?: boolean
  alt?: boolean
  altGraph?: boolean
}

/** The spellings of a key pressed with Ctrl. */
const withCtrl = ({ key, code, shift = false, alt = false, altGraph = false }: Press) =>
  spellings(
    {
      key,
      code,
      ctrlKey: true,
      altKey: alt,
      metaKey: false,
      shiftKey: shift,
      getModifierState: () => altGraph,
    },
    false,
  )

/** What the keyboard was seen to write before. */
const seen = (key: string, code: string) => withCtrl({ key, code })

describe('a shortcut is the key in its place where the layout has no Latin letters', () => {
  it.each([
    ['Russian', 'я', 'KeyZ', 'Mod+Z'],
    ['Greek', 'ζ', 'KeyZ', 'Mod+Z'],
    ['Hebrew', 'ז', 'KeyZ', 'Mod+Z'],
    ['Arabic', 'ئ', 'KeyZ', 'Mod+Z'],
    ['Russian', 'л', 'KeyK', 'Mod+K'],
    ['Korean', 'ㅏ', 'KeyK', 'Mod+K'],
  ])('%s: %s', (_, key, code, spelled) => {
    expect(withCtrl({ key, code })).toEqual([spelled])
  })

  it('with its signs, which such a layout writes elsewhere', () => {
    // A Russian keyboard writes a point where / is; a Hebrew one writes / and ' where Q and W are.
    seen('ф', 'KeyA')
    expect(withCtrl({ key: '.', code: 'Slash' })).toEqual(['Mod+/'])
    expect(withCtrl({ key: 'б', code: 'Comma' })).toEqual(['Mod+,'])
    seen('ש', 'KeyA')
    expect(withCtrl({ key: '/', code: 'KeyQ' })).toEqual(['Mod+Q'])
    expect(withCtrl({ key: '.', code: 'Slash' })).toEqual(['Mod+/'])
    expect(withCtrl({ key: 'ת', code: 'Comma' })).toEqual(['Mod+,'])
  })
})

describe('a shortcut is the letter or sign itself where the layout has it', () => {
  it.each([
    ['German, Z where Y is', 'z', 'KeyY', 'Mod+Z'],
    ['German, Y where Z is', 'y', 'KeyZ', 'Mod+Y'],
    ['French, A where Q is', 'a', 'KeyQ', 'Mod+A'],
    ['French, comma where M is', ',', 'KeyM', 'Mod+,'],
    ['Dvorak, comma where W is', ',', 'KeyW', 'Mod+,'],
    ['French, a digit without Shift', 'à', 'Digit0', 'Mod+0'],
    ['German, backslash is AltGr', '#', 'Backslash', 'Mod+\\'],
    ['German, minus where / is', '-', 'Slash', 'Mod+-'],
  ])('%s', (_, key, code, spelled) => {
    seen('e', 'KeyE')
    expect(withCtrl({ key, code })).toEqual([spelled])
  })

  it('Ctrl+/ is Ctrl, Shift and 7 in Germany', () => {
    seen('e', 'KeyE')
    expect(withCtrl({ key: '/', code: 'Digit7', shift: true })).toContain('Mod+/')
    expect(withCtrl({ key: 'Z', code: 'KeyY', shift: true })).toEqual(['Mod+Shift+Z'])
  })

  it('an arrow is an arrow', () => {
    expect(withCtrl({ key: 'ArrowUp', code: 'ArrowUp', alt: true })).toEqual(['Mod+Alt+ArrowUp'])
  })
})

it('AltGr, which Windows tells of as Ctrl and Alt, is never a shortcut', () => {
  expect(withCtrl({ key: 'e', code: 'KeyE', alt: true, altGraph: true })).toEqual([])
  expect(withCtrl({ key: '€', code: 'KeyE', alt: true, altGraph: true })).toEqual([])
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chosenNameProblem, fileNameProblem, safeFileName } from '../../shared/format/fileName.ts'

const bytes = (text: string) => Buffer.byteLength(text)

describe('a suggested file name', () => {
  it.each([
    ['Colossus options', 'Colossus options.pdf'],
    ['Bid: A/B "final"?', 'Bid- A-B -final--.pdf'],
    ['.hidden', 'hidden.pdf'],
    ['  offer. . ', 'offer.pdf'],
    ['a\nb\tc', 'a-b-c.pdf'],
    ['...', 'Offtake.pdf'],
    ['', 'Offtake.pdf'],
    ['CON', 'CON_.pdf'],
    ['nul.2026', 'nul_.2026.pdf'],
    ['lpt9', 'lpt9_.pdf'],
    ['Console', 'Console.pdf'],
    ['com10', 'com10.pdf'],
    ['300 MW 電力契約', '300 MW 電力契約.pdf'],
  ])('of %j is %j', (name, safe) => expect(safeFileName(name, '.pdf')).toBe(safe))

  it('is shortened by bytes, between two characters, and keeps its ending', () => {
    // 255 less 8 for "-journal" and 4 for ".pdf" are 243 bytes: 60 emoji of 4 bytes.
    expect(safeFileName('🏗'.repeat(100), '.pdf')).toBe(`${'🏗'.repeat(60)}.pdf`)
    // 242 bytes are 121 letters of 2.
    expect(safeFileName('é'.repeat(200), '.pdf')).toBe(`${'é'.repeat(121)}.pdf`)
    expect(safeFileName('a'.repeat(300), ' copy.offtake')).toMatch(/^a{234} copy\.offtake$/)
  })

  it('is one that may be chosen, whatever the name it is made from', () => {
    const word = fc.constantFrom('CON', 'aux', 'COM1', 'a', '🏗', '.', ' ', '/', '|', 'ل', '\u0000')
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(word).map((words) => words.join('')),
    )
    fc.assert(
      fc.property(name, fc.constantFrom('.pdf', '.json', ' copy.offtake', '.offtake'), (text, ending) => {
        const safe = safeFileName(text, ending)
        expect(chosenNameProblem(safe)).toBeNull()
        expect(safe.endsWith(ending)).toBe(true)
        expect(bytes(safe)).toBeLessThanOrEqual(247)
      }),
    )
  })
})

describe('a chosen file name', () => {
  it.each([
    ['CON.pdf', 'Windows keeps this name for a device: no file can have it.'],
    ['prn', 'Windows keeps this name for a device: no file can have it.'],
    ['COM1.tar.pdf', 'Windows keeps this name for a device: no file can have it.'],
    ['Lpt3 .pdf', 'Windows keeps this name for a device: no file can have it.'],
    ['a:b.pdf', 'A file’s name cannot have “:” in it.'],
    ['a|b.pdf', 'A file’s name cannot have “|” in it.'],
    ['a\u0007.pdf', 'A file’s name cannot have a control character in it.'],
    ['.pdf', 'A file’s name begins and ends with neither a space nor a full stop.'],
    ['offer.pdf ', 'A file’s name begins and ends with neither a space nor a full stop.'],
    ['offer.', 'A file’s name begins and ends with neither a space nor a full stop.'],
    [`${'a'.repeat(252)}.pdf`, 'This name is too long for a file: shorten it.'],
    [`${'é'.repeat(126)}.pdf`, 'This name is too long for a file: shorten it.'],
    // A book has a journal beside it, whose name is 8 bytes longer.
    [`${'a'.repeat(240)}.offtake`, 'This name is too long for a file: shorten it.'],
  ])('%j is refused', (name, problem) => expect(chosenNameProblem(name)).toBe(problem))

  it.each(['Console.pdf', 'COM10.pdf', 'a.CON', `${'a'.repeat(251)}.pdf`, `${'a'.repeat(239)}.offtake`])(
    '%j is taken',
    (name) => expect(chosenNameProblem(name)).toBeNull(),
  )

  it('is the same of a book that is renamed', () => {
    expect(fileNameProblem('NUL')).toBe('Windows keeps this name for a device: no file can have it.')
    expect(fileNameProblem('電'.repeat(79))).toBeNull() // 237 bytes, and 16 for ".offtake-journal"
    expect(fileNameProblem('電'.repeat(80))).toBe('This name is too long for a file: shorten it.')
    expect(fileNameProblem('a'.repeat(120))).toBeNull()
    expect(fileNameProblem('a'.repeat(121))).toBe('A file’s name has at most 120 characters.')
  })
})

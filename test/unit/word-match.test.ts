import { describe, expect, it } from 'vitest'
import { rankOf } from '../../shared/format/wordMatch.ts'

describe('words that find a thing', () => {
  it('each begin one of its words, in any order and case', () => {
    expect(rankOf('deal new', 'New deal')).toBeGreaterThan(0)
    expect(rankOf('DUP', 'Duplicate deal')).toBeGreaterThan(0)
    expect(rankOf('lock out', 'Lock-out through')).toBeGreaterThan(0)
    expect(rankOf('eal', 'New deal')).toBeNull()
    expect(rankOf('new book', 'New deal')).toBeNull()
  })

  it('find it by other words for it, too, but less well', () => {
    const [named, other] = [
      rankOf('deal', 'Duplicate deal', 'Edit'),
      rankOf('edit', 'Duplicate deal', 'Edit'),
    ]
    expect(other).toBeGreaterThan(0)
    expect(named).toBeGreaterThan(other!)
  })

  it('rank a whole word over its beginning, and the first word over a later one', () => {
    expect(rankOf('notice', 'Notice')).toBeGreaterThan(rankOf('notice', 'Notices')!)
    expect(rankOf('notice', 'Notice counts')).toBeGreaterThan(rankOf('notice', 'Day of notice')!)
  })

  it('find all where nothing is typed', () => {
    expect(rankOf('  ', 'New deal')).toBe(0)
  })

  it('are read without their accents', () => {
    expect(rankOf('apfel', 'Äpfel')).toBeGreaterThan(0)
  })
})

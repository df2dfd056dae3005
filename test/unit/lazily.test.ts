import { describe, expect, it } from 'vitest'
import { lazily } from '../../shared/engine/lazily.ts'

describe('an object whose properties are computed when they are read', () => {
  it('computes each once, and none before', () => {
    const computed: string[] = []
    const made: { a: number; b: number } = lazily({
      a: () => (computed.push('a'), 1),
      b: () => (computed.push('b'), made.a + 1),
    })
    expect(computed).toEqual([])
    expect([made.b, made.b, made.a]).toEqual([2, 2, 1])
    expect(computed).toEqual(['b', 'a'])
  })

  it('is, once it is looked at as a whole, like any other', () => {
    const made = lazily({ a: () => 1, b: () => null })
    expect(Object.keys(made)).toEqual(['a', 'b'])
    expect({ ...made }).toEqual({ a: 1, b: null })
    expect(JSON.stringify(made)).toBe('{"a":1,"b":null}')
  })
})

import type { z } from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/contract.ts'

type Schema = z.core.$ZodType

/** The places in a schema where a text, a list or a record may be of any length. */
function unbounded(schema: Schema, place: string): string[] {
  const def = schema._zod.def as unknown as Readonly<Record<string, unknown>>
  const checks = ((def['checks'] ?? []) as readonly z.core.$ZodCheck[]).map((check) => check._zod.def.check)
  const isBounded = checks.some((check) => check === 'max_length' || check === 'length_equals')
  const inner = (value: unknown, where = place) => unbounded(value as Schema, where)
  switch (def['type']) {
    case 'string':
      return isBounded ? [] : [place]
    case 'array':
      return [...(isBounded ? [] : [place]), ...inner(def['element'], `${place}[]`)]
    case 'object':
      return Object.entries(def['shape'] as Record<string, Schema>).flatMap(([key, value]) =>
        unbounded(value, `${place}.${key}`),
      )
    case 'union':
      return (def['options'] as readonly Schema[]).flatMap((option) => unbounded(option, place))
    case 'optional':
    case 'nullable':
      return inner(def['innerType'])
    case 'custom':
      return [`${place} (unchecked)`]
    case 'number':
    case 'boolean':
    case 'literal':
    case 'enum':
      return []
    default:
      return [`${place} (${String(def['type'])})`]
  }
}

describe.each(Object.entries(contract))('%s', (channel, { input, output }) => {
  it('takes no text, list or record without a bound', () => {
    expect(unbounded(input, channel)).toEqual([])
  })

  it('answers with none', () => {
    const found = unbounded(output, channel)
    const allowed = found.filter((place) =>
      /\.workspace \(unchecked\)$|\.deals\[\] \(unchecked\)$/.test(place),
    )
    expect(found.filter((place) => !allowed.includes(place))).toEqual([])
  })
})

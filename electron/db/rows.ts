import type { z } from 'zod/mini'
import { type Entity, type EntityKind, entitySchemas } from '../../shared/schema/book.ts'
import { entityKinds } from '../../shared/schema/vocabulary.ts'

/** How a kind of entity lies in its table: a table a kind, a column a property, both in snake case. */
export interface TableShape {
  kind: EntityKind
  table: string
  columns: readonly { property: string; column: string; isBoolean: boolean }[]
}

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const isBoolean = (schema: z.core.$ZodType) => schema._zod.def.type === 'boolean'

export const tableShapes: readonly TableShape[] = entityKinds.map((kind) => ({
  kind,
  table: snakeCase(kind),
  columns: Object.entries(entitySchemas[kind].shape).map(([property, schema]) => ({
    property,
    column: snakeCase(property),
    isBoolean: isBoolean(schema),
  })),
}))

export type Row = Record<string, string | number | null>

/** A row with the names of its columns, SQLite's numbers for booleans. */
export function toRow({ columns }: TableShape, entity: Entity): Row {
  const values: Record<string, unknown> = { ...entity }
  return Object.fromEntries(
    columns.map(({ property, column, isBoolean }) => {
      const value = values[property]
      return [column, isBoolean ? Number(value) : (value as string | number | null)]
    }),
  )
}

/** The entity in a row, checked by its schema. Throws a ZodError where the row holds none. */
export const fromRow = (shape: TableShape, row: Row): Entity =>
  entitySchemas[shape.kind].parse(toEntity(shape, row))

/** The same, unchecked. */
export function toEntity({ columns }: TableShape, row: Row): Entity {
  const entity: Record<string, unknown> = {}
  for (const { property, column, isBoolean } of columns)
    entity[property] = isBoolean ? row[column] === 1 : row[column]
  return entity as unknown as Entity
}

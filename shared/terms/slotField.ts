import type { TermCommand } from '../commands/command.ts'
import type { Slot } from './slot.ts'
import { defineTerm, type Term, type TermDefinition, type TermGroup, type ValueKind } from './term.ts'

/** Makes terms that are fields of what stands in a slot: its charge, or its tranche. */
export const slotField =
  <Part, Entity extends { id: string }>(
    slot: Slot<Part>,
    group: TermGroup,
    entityOf: (part: Part) => Entity,
    set: (id: string, changes: Partial<Entity>) => TermCommand,
  ) =>
  <Key extends keyof Entity>(
    key: Key,
    id: string,
    label: string,
    help: string,
    kind: ValueKind<Entity[Key]>,
    more: Pick<TermDefinition<Entity[Key]>, 'needs' | 'silent'> = {},
  ): Term =>
    defineTerm<Entity[Key]>({
      id: slot.id(id),
      group,
      label: slot.label(label),
      help,
      ...kind,
      read: (terms) => entityOf(slot.of(terms))[key],
      edit(terms, value) {
        const changes: Partial<Entity> = {}
        changes[key] = value
        return set(entityOf(slot.of(terms)).id, changes)
      },
      needs: slot.needs,
      ...more,
    })

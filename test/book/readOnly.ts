/**
 * A process of its own, of a user who may not write everywhere, that has a book open and writes in every way, once each
 * time it is given a line:
 *
 *     node test/book/readOnly.ts <folder with Book.offtake and Damaged.offtake>
 *
 * It says "open", and then each time what came of each way, as JSON.
 */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { writeSync } from 'node:fs'
import { restoreBackup, salvageInPlace } from '../../electron/book/recovery.ts'
import type { Session } from '../../electron/book/session.ts'
import { backupsOf, feeEdit, placeIn, registryFor, version } from './actions.ts'
import { becomeNobody } from './nobody.ts'
import { value } from './value.ts'

const [folder = ''] = process.argv.slice(2)
const place = {
  ...placeIn(join(folder, '..')),
  book: join(folder, 'Book.offtake'),
  copy: join(folder, 'Copy.offtake'),
}
const damaged = join(folder, 'Damaged.offtake')
const clock = () => new Date('2026-11-20T12:30:00Z')
const [backup] = backupsOf(place).of(damaged)

becomeNobody()
const registry = registryFor(place)
const session = (): Session => value(registry.current())
value(session().settle())
writeSync(1, 'open\n')

let round = 0
for await (const _line of createInterface({ input: process.stdin })) {
  round += 1
  const { revision } = session().snapshot()
  const results = {
    'an edit': session().edit(feeEdit(round), revision),
    'a version': session().keepVersion({ ...version, id: `v${round}` }),
    'a copy': session().saveCopy(place.copy),
    'another name': registry.rename('Renamed'),
    'a backup in place of a damaged book': restoreBackup(damaged, backup!, clock),
    'what can be read in place of a damaged book': salvageInPlace(damaged, '2026-11-20', clock),
  }
  const said = Object.entries(results).map(([what, result]) => [what, result.ok ? 'done' : result.error])
  writeSync(1, `${JSON.stringify(Object.fromEntries(said))}\n`)
}

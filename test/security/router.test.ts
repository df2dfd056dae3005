import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startCore } from '../../electron/core.ts'
import { createRouter, type Handlers } from '../../electron/ipc/router.ts'
import { channelNames } from '../../shared/contract/channels.ts'
import { ownFolder } from '../book/folder.ts'

/** The real core on a sample book of its own. */
function core() {
  const started = startCore({
    version: '0.0.0',
    userData: join(ownFolder(), 'Offtake'),
  }).openDesk({
    book: null,
    focus: () => undefined,
    shell: { kind: 'browser', dialogs: null, printer: null, reveal: null, copyImage: null },
  })
  onTestFinished(() => started.registry.close())
  return started
}

const invalid = { ok: false, error: { code: 'invalid-input', message: expect.stringMatching(/^[A-Z].*\.$/) } }

const at = '2026-11-20T10:00:00Z'
const doing = (command: unknown, more: object = {}) => ({
  edit: { type: 'do', at, command },
  baseRevision: 0,
  ...more,
})
const rename = (name: unknown) => doing({ type: 'deal.set', dealId: 'colossus-lease', changes: { name } })

describe('a request', () => {
  it.each([
    '',
    'book',
    'book.delete',
    'book.read ',
    'BOOK.READ',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '../book.read',
  ])('on the channel %j, which is none, is refused', async (channel) => {
    expect(await core().dispatch(channel, {})).toMatchObject(invalid)
  })

  it('on something that is not even a name is refused', async () => {
    const { dispatch } = core()
    for (const channel of [undefined, null, 1, {}, ['book.read'], Symbol('book.read')])
      expect(await dispatch(channel as string, {})).toMatchObject(invalid)
  })

  it.each(channelNames)('on %s is refused with anything else than its own input', async (channel) => {
    const { dispatch, registry } = core()
    const before = registry.current()
    const wrong = [
      undefined,
      null,
      0,
      '',
      'text',
      [],
      [{}],
      true,
      { extra: 1 },
      { __proto__: null, extra: 1 },
    ]
    for (const input of [...wrong, JSON.parse('{"__proto__":{}}'), { constructor: 1 }, () => 1, Number.NaN])
      expect(await dispatch(channel, input)).toMatchObject(invalid)
    expect(registry.current()).toBe(before)
  })

  it.each([
    ['a key too many', doing({ type: 'deal.remove', dealId: 'a' }, { path: '/etc/passwd' })],
    ['a key too many inside', doing({ type: 'deal.remove', dealId: 'a', path: '/' })],
    ['a prototype', JSON.parse('{"edit":{"type":"undo"},"baseRevision":0,"__proto__":{"isAdmin":true}}')],
    [
      'a prototype inside',
      doing({ type: 'deal.set', dealId: 'a', changes: JSON.parse('{"__proto__":{"shown":true}}') }),
    ],
    [
      'a constructor inside',
      doing({ type: 'deal.set', dealId: 'a', changes: { constructor: { prototype: {} } } }),
    ],
    ['a prototype for an id', doing({ type: 'deal.remove', dealId: '__proto__' })],
    ['a name every object has for an id', doing({ type: 'deal.remove', dealId: 'constructor' })],
    ['such a name for the baseline', doing({ type: 'settings.set', changes: { baselineId: 'toString' } })],
    ['an id that is too long', doing({ type: 'deal.remove', dealId: 'a'.repeat(201) })],
    ['an id with a path in it', doing({ type: 'deal.remove', dealId: '../../a' })],
    ['a name that is too long', rename('a'.repeat(121))],
    ['a name of megabytes', rename('a'.repeat(5_000_000))],
    ['a name with a line break', rename('a\nb')],
    ['a name with a NUL', rename('a\0b')],
    ['an empty name', rename('')],
    ['a name that is no text', rename({ toString: () => 'a' })],
    ['an id that may not be changed', doing({ type: 'deal.set', dealId: 'a', changes: { id: 'b' } })],
    [
      'too many steps',
      doing({ type: 'ramp.set', chargeId: 'a', steps: Array.from({ length: 61 }, () => ({})) }),
    ],
    [
      'an amount that is not whole',
      doing({ type: 'charge.set', chargeId: 'a', changes: { monthlyFee: 0.5 } }),
    ],
    [
      'an amount without end',
      doing({ type: 'charge.set', chargeId: 'a', changes: { monthlyFee: Infinity } }),
    ],
    [
      'an amount beyond what is exact',
      doing({ type: 'charge.set', chargeId: 'a', changes: { monthlyFee: 2 ** 53 } }),
    ],
    ['an amount below nothing', doing({ type: 'charge.set', chargeId: 'a', changes: { monthlyFee: -1 } })],
    ['a date that is none', doing({ type: 'settings.set', changes: { asOf: '2026-02-30' } })],
    [
      'a time that is none',
      { edit: { type: 'do', at: 'now', command: { type: 'deal.remove', dealId: 'a' } }, baseRevision: 0 },
    ],
    ['a revision that is none', { edit: { type: 'undo' }, baseRevision: '0' }],
    ['a revision below nothing', { edit: { type: 'undo' }, baseRevision: -1 }],
    ['an edit nobody knows', { edit: { type: 'drop' }, baseRevision: 0 }],
    ['SQL for an edit', { edit: 'DROP TABLE deals', baseRevision: 0 }],
  ])('to edit with %s is refused, and the book is as it was', async (_what, input) => {
    const { dispatch, registry } = core()
    const before = await dispatch('book.read', {})
    expect(await dispatch('book.edit', input)).toMatchObject(invalid)
    expect(await dispatch('book.read', {})).toEqual(before)
    expect(registry.current().ok).toBe(true)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('whose parts are nested without end is refused', async () => {
    let deep: unknown = {}
    for (let i = 0; i < 100_000; i += 1) deep = { edit: deep }
    expect(await core().dispatch('book.edit', deep)).toMatchObject(invalid)
  })

  it('says by name what was not understood, and nothing of what was sent', async () => {
    const answer = await core().dispatch('settings.write', { theme: 'secret-theme', unit: 'billions' })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: expect.stringContaining('theme') },
    })
    expect(JSON.stringify(answer)).not.toContain('secret-theme')
  })
})

describe('a shell without dialogs', () => {
  it.each([
    ['book.new', { currency: 'USD' }],
    ['book.open', {}],
    ['book.export', {}],
    ['deal.export', { dealId: 'colossus-lease' }],
    ['document.import', {}],
  ])('says that it cannot do %s', async (channel, input) => {
    expect(await core().dispatch(channel, input)).toMatchObject({ ok: false, error: { code: 'unsupported' } })
  })
})

describe('the answer', () => {
  const failing = (handler: () => unknown) =>
    createRouter({ 'app.info': handler } as unknown as Handlers)('app.info', {})

  it('is an error without its details where the core fails', async () => {
    const crash = () => {
      throw new Error('/home/someone/secret')
    }
    for (const handler of [crash, () => Promise.reject(new Error('/home/someone/secret')), () => undefined]) {
      const answer = await failing(handler)
      expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
      expect(JSON.stringify(answer)).not.toContain('secret')
    }
  })

  it('is an error where the core would say more than the contract has', async () => {
    const telling = () => ({
      ok: true,
      value: { shell: 'desktop', version: '1', platform: 'linux', home: '/home/a' },
    })
    expect(await failing(telling)).toMatchObject({ ok: false, error: { code: 'internal' } })
  })
})

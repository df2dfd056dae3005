import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/command.ts'
import { advance, emptyHistory } from '../../shared/history/advance.ts'
import type { Workspace } from '../../shared/history/workspace.ts'
import { colossus, longerRamp, sample, secondLease } from '../golden/sampleDeals.ts'

const at = '2026-11-20T09:00:00Z'
const start: Workspace = { book: sample(), history: emptyHistory }

/** The label of the one step that these edits of the sample make in one gesture, with ordinary spaces. */
function label(...commands: readonly Command[]): string | undefined {
  const made = commands.reduce((workspace, command) => {
    const next = advance(workspace, { type: 'do', command, at, gesture: 'g' })
    if (!next.ok) throw new Error(next.error.message)
    return next.value
  }, start)
  expect(made.history.steps).toHaveLength(1)
  return made.history.steps[0]!.label.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-')
}

describe('a step of history is named', () => {
  it.each<[string, Command]>([
    [
      'Monthly fee of Longer ramp, +2 %: $1,275 M to $1,300 M',
      { type: 'charge.set', chargeId: `${longerRamp}/fee`, changes: { monthlyFee: 1_300_000_000_00 } },
    ],
    [
      'Last day of service of Colossus lease: 31 May 2029 to 30 Apr 2029',
      { type: 'deal.set', dealId: colossus, changes: { end: '2029-05-01' } },
    ],
    [
      'Start of Colossus lease: 1 May 2026 to 3 May 2026; Share delivered of Colossus lease: 50 %, May to Jun 2026 to 50 %, 3 May 2026 to 30 Jun 2026; Ramp of Colossus lease: 50 % off, May to Jun 2026 to 50 % off, 3 May 2026 to 30 Jun 2026',
      { type: 'deal.set', dealId: colossus, changes: { start: '2026-05-03' } },
    ],
    [
      'Ramp of Colossus lease: 50 % off, May to Jun 2026 to none',
      { type: 'ramp.set', chargeId: `${colossus}/fee`, steps: [] },
    ],
    [
      'GPUs of Colossus lease: 220,000 to 325,000',
      { type: 'tranche.set', trancheId: `${colossus}/capacity`, changes: { gpus: 325_000 } },
    ],
    [
      'Lock-out through of Colossus lease: 31 Jul 2026 to none',
      { type: 'right.set', rightId: `${colossus}/buyer`, changes: { lockOutUntil: null } },
    ],
    [
      'Discount rate of Colossus lease: 10 % to -2 %',
      { type: 'deal.set', dealId: colossus, changes: { discountRate: -20_000 } },
    ],
    [
      'Add New deal',
      { type: 'deal.add', dealId: 'n', name: 'New deal', start: '2026-01-01', end: '2027-01-01' },
    ],
    ['Duplicate Colossus lease', { type: 'deal.duplicate', from: colossus, dealId: 'n', name: 'Copy' }],
    ['Remove Colossus second lease', { type: 'deal.remove', dealId: secondLease }],
    ['Move Colossus lease', { type: 'deal.move', dealId: colossus, position: 2 }],
    ['Hide Colossus second lease', { type: 'deal.set', dealId: secondLease, changes: { shown: false } }],
    ['As of 1 Jan 2027', { type: 'settings.set', changes: { asOf: '2027-01-01' } }],
    ['Baseline: Colossus second lease', { type: 'settings.set', changes: { baselineId: secondLease } }],
    ['Baseline: none', { type: 'settings.set', changes: { baselineId: null } }],
    ['Rename the book to Options', { type: 'settings.set', changes: { name: 'Options' } }],
    [
      'Clear 2 cells',
      {
        type: 'batch',
        action: 'clear',
        commands: [
          { type: 'ramp.set', chargeId: `${colossus}/fee`, steps: [] },
          { type: 'deal.set', dealId: secondLease, changes: { signed: null } },
        ],
      },
    ],
    [
      'GPUs of Colossus lease: 220,000 to 325,000',
      {
        type: 'batch',
        action: 'paste',
        commands: [{ type: 'tranche.set', trancheId: `${colossus}/capacity`, changes: { gpus: 325_000 } }],
      },
    ],
    ['Valuation convention', { type: 'settings.set', changes: { timing: 'middle' } }],
  ])('%s', (expected, command) => {
    expect(label(command)).toBe(expected)
  })

  it.each<[string, Command[]]>([
    [
      'Monthly fee of Colossus lease: $1,250 M to $1,400 M',
      [1_300_000_000_00, 1_400_000_000_00].map((monthlyFee) => ({
        type: 'charge.set',
        chargeId: `${colossus}/fee`,
        changes: { monthlyFee },
      })),
    ],
    ['Move Colossus lease', [1, 2].map((position) => ({ type: 'deal.move', dealId: colossus, position }))],
    [
      'Add Renamed',
      [
        { type: 'deal.add', dealId: 'n', name: 'New deal', start: '2026-01-01', end: '2027-01-01' },
        { type: 'deal.set', dealId: 'n', changes: { name: 'Renamed' } },
      ],
    ],
  ])('%s, from the first book of a gesture to its last', (expected, commands) => {
    expect(label(...commands)).toBe(expected)
  })

  it('in at most some hundred characters', () => {
    const steps = Array.from({ length: 37 }, (_, i) => ({
      from: `2026-05-${String(i % 30).padStart(2, '0')}`,
      until: '2026-06-01',
    })).slice(1, 30)
    const command: Command = {
      type: 'ramp.set',
      chargeId: `${colossus}/fee`,
      steps: steps.map(({ from }, i) => ({
        from,
        until: steps[i + 1]?.from ?? '2026-06-01',
        basis: 'percentOff',
        share: i,
        fixedFee: null,
      })),
    }
    expect(label(command)).toHaveLength(301)
    expect(label(command)).toMatch(/…$/)
  })
})

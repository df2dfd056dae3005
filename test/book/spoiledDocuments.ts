import type { Command } from '../../shared/commands/command.ts'
import { bookDocumentOf } from '../../shared/document/bookDocument.ts'
import { documentOf } from '../../shared/document/documentOf.ts'
import { sampleBook } from '../../shared/sample/sampleBook.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { edited } from '../golden/sampleDeals.ts'

/** Picks among so many; the same in every run. */
export type Pick = (count: number) => number

type Tree = Record<string | number, unknown>

const first = 'colossus-lease'

/** A deal that says something of nearly every kind, so that there is much to spoil. */
const fullDeal: readonly Command[] = [
  { type: 'tranche.add', dealId: first, label: 'Second' },
  { type: 'tranche.set', trancheId: `${first}/tranche-2`, changes: { gpus: 1000, kilowatts: 2000 } },
  { type: 'charge.add', dealId: first, label: 'Use' },
  {
    type: 'charge.set',
    chargeId: `${first}/charge-2`,
    changes: { kind: 'metered', basis: 'perGpuHour', unitPrice: 2_000_000, trancheId: `${first}/tranche-2` },
  },
  {
    type: 'escalator.set',
    chargeId: `${first}/fee`,
    escalator: {
      kind: 'index',
      rate: 20_000,
      cap: 30_000,
      floor: 0,
      firstOn: '2027-05-01',
      everyMonths: 12,
      appliesTo: 'standard',
      decimals: null,
      carried: false,
    },
  },
  {
    type: 'oneOffs.set',
    dealId: first,
    items: [{ label: 'Set-up', on: '2026-05-01', kind: 'fee', amount: 100 }],
  },
  {
    type: 'advances.set',
    dealId: first,
    items: [
      {
        label: 'Deposit',
        kind: 'deposit',
        trancheId: `${first}/tranche-2`,
        amount: 100,
        share: null,
        paidOn: null,
        creditFrom: 1,
        creditMonths: 0,
      },
    ],
  },
  {
    type: 'renewals.set',
    dealId: first,
    items: [{ months: 12, priceChange: 10_000, noticeDays: 90, probability: 500_000 }],
  },
]

const book = edited(sampleBook(), ...fullDeal)
const deals = Object.keys(book.deals).map((id) => documentOf(dealTerms(book, id), 'USD'))

/** Sound documents: a full deal, a list of deals, a book. */
const sound: readonly unknown[] = [deals[0], deals[0], deals, bookDocumentOf(book)]

/** Every place in a document: what holds it, and by which key. */
function placesIn(value: unknown): [Tree, string | number][] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return keys.flatMap((key) => [
    [value as Tree, key] as [Tree, string | number],
    ...placesIn((value as Tree)[key]),
  ])
}

const put = (tree: Tree, key: string | number, value: unknown) =>
  Object.defineProperty(tree, key, { value, enumerable: true, configurable: true, writable: true })

const others: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1,
  '',
  ' ',
  'text',
  '2027-01-01',
  '2027-02-30',
  [],
  {},
  [[]],
  [null],
  { id: 'a' },
]
const numbers = [1e308, -1e308, 2 ** 53, 2 ** 53 + 2, 1e17, 1e13, 1e-9, -0, 0.1234567, 5e-324]
const names = [
  '__proto__',
  'constructor',
  'toString',
  'prototype',
  'hasOwnProperty',
  'length',
  'rabatt',
  '',
  'a\nb',
]

/** What is done to a document, by name. Those of a text come after the document was written. */
const spoilTree: Record<string, (places: [Tree, string | number][], pick: Pick) => void> = {
  'another type': (places, pick) => {
    const [tree, key] = places[pick(places.length)]!
    put(tree, key, others[pick(others.length)])
  },
  'a huge number': (places, pick) => {
    const numeric = places.filter(([tree, key]) => typeof tree[key] === 'number')
    const [tree, key] = numeric[pick(numeric.length)]!
    put(tree, key, numbers[pick(numbers.length)])
  },
  'a field dropped': (places, pick) => {
    const [tree, key] = places[pick(places.length)]!
    if (Array.isArray(tree)) tree.splice(Number(key), 1)
    else delete tree[key]
  },
  'a field added': (places, pick) => {
    const objects = places.filter(([tree]) => !Array.isArray(tree))
    const [tree] = objects[pick(objects.length)]!
    put(tree, names[pick(names.length)]!, others[pick(others.length)])
  },
  'a very long text': (places, pick) => {
    const texts = places.filter(([tree, key]) => typeof tree[key] === 'string')
    const [tree, key] = texts[pick(texts.length)]!
    put(tree, key, ['x', 'é', '\u0000', '"', '😀'][pick(5)]!.repeat([100, 5000, 2_000_000][pick(3)]!))
  },
  'half a character': (places, pick) => {
    const texts = places.filter(([tree, key]) => typeof tree[key] === 'string')
    const [tree, key] = texts[pick(texts.length)]!
    put(tree, key, `${String(tree[key])}\ud83d`)
  },
  'a list repeated': (places, pick) => {
    const lists = places.filter(([tree, key]) => Array.isArray(tree[key]))
    const [tree, key] = lists[pick(lists.length)]!
    const items = tree[key] as unknown[]
    put(tree, key, Array.from({ length: [2, 20, 2000][pick(3)]! }, () => structuredClone(items)).flat())
  },
  'one id twice': (places, pick) => {
    const named = places.filter(([, key]) => key === 'id' || key === 'tranche')
    const [tree, key] = named[pick(named.length)]!
    put(tree, key, ['t1', 't2', 't99', 'deal', '../a', 'capacity'][pick(6)])
  },
  'other words for a source': (places, pick) => {
    const said = places.filter(
      ([, key]) => key === 'supports' || key === 'alternativeValue' || key === 'term',
    )
    const [tree, key] = said[pick(said.length)]!
    put(tree, key, ['null', '"t1"', '{', '[{"trancheId":"t9"}]', 'advances', 'ramp', '1e999'][pick(7)])
  },
}

const spoilText: Record<string, (text: string, pick: Pick) => string | Uint8Array> = {
  'the text cut short': (text, pick) => text.slice(0, pick(text.length)),
  'a piece taken out': (text, pick) => {
    const at = pick(text.length)
    return text.slice(0, at) + text.slice(at + 1 + pick(40))
  },
  'bytes of zero': (text, pick) => {
    const at = pick(text.length)
    return `${text.slice(0, at)}${'\0'.repeat(1 + pick(4))}${text.slice(at)}`
  },
  'nesting a hundred thousand deep': (text, pick) => {
    const [open, close] = pick(2) === 0 ? ['[', ']'] : ['{"a":', '}']
    const depth = [9, 40, 100_000][pick(3)]!
    const deep = `${open.repeat(depth)}1${close.repeat(depth)}`
    const at = text.indexOf(':', pick(text.length))
    return at === -1 ? deep : `${text.slice(0, at + 1)}${deep},"b":${text.slice(at + 1)}`
  },
  'bytes that are not UTF-8': (text, pick) => {
    const bytes = Buffer.from(text)
    bytes[pick(bytes.length)] = [0xff, 0xc0, 0x80, 0xed][pick(4)]!
    return bytes
  },
  'one byte of any value': (text, pick) => {
    const bytes = Buffer.from(text)
    bytes[pick(bytes.length)] = pick(256)
    return bytes
  },
  'a byte order mark': (text) => `\ufeff${text}`,
  'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'a key twice': (text, pick) => {
    const at = text.indexOf('{', pick(text.length))
    return at === -1 ? text : `${text.slice(0, at + 1)}"name":1,"name":"Twice",${text.slice(at + 1)}`
  },
  'many values': (_text, pick) =>
    [
      `[${'{},'.repeat(400_000)}{}]`,
      `{"start":1${',"a":1'.repeat(400_000)}}`,
      `[${'"a",'.repeat(900_000)}1]`,
    ][pick(3)]!,
}

const kinds = [...Object.keys(spoilTree), ...Object.keys(spoilText)]

/** A document spoiled in one to three ways, as the bytes of its file. */
export function spoiledDocument(pick: Pick): { how: string; bytes: Uint8Array } {
  const document = structuredClone(sound[pick(sound.length)])
  const chosen = Array.from({ length: [1, 1, 1, 2, 3][pick(5)]! }, () => kinds[pick(kinds.length)]!)
  for (const how of chosen) spoilTree[how]?.(placesIn(document), pick)
  let written: string | Uint8Array = JSON.stringify(document, null, 2)
  for (const how of chosen)
    if (typeof written === 'string') written = spoilText[how]?.(written, pick) ?? written
  return { how: chosen.join(', '), bytes: Buffer.from(written) }
}

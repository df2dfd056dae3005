import { z } from 'zod/mini'
import { amountUnits } from '../format/number.ts'
import { edit, workspace } from '../history/workspace.ts'
import type { ChannelName } from './channels.ts'

/** What the screen shows and how, for every book on this machine. */
export const preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  unit: z.enum(amountUnits),
})
export type Preferences = z.infer<typeof preferences>

const revision = z.int().check(z.minimum(0))
const fileName = z.string().check(z.maxLength(1024))
const nothing = z.strictObject({})

/** A book as it stands in its file. */
const snapshot = z.strictObject({ workspace, revision, fileName })
export type Snapshot = z.infer<typeof snapshot>

const opened = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('opened'), snapshot }),
  z.strictObject({ status: z.literal('cancelled') }),
])

/** How the screen shows numbers, carried to the document so that both agree. */
const summaryOptions = z.strictObject({
  unit: z.enum(amountUnits),
  locale: z.string().check(z.maxLength(35)),
  paper: z.enum(['a4', 'letter']),
})
export type SummaryOptions = z.infer<typeof summaryOptions>

/** Everything the screen may ask of the core: one table, and no way around it. */
export const contract = {
  'app.info': {
    input: nothing,
    output: z.strictObject({
      shell: z.enum(['desktop', 'browser']),
      version: z.string().check(z.maxLength(100)),
      platform: z.string().check(z.maxLength(50)),
    }),
  },
  'book.read': { input: nothing, output: snapshot },
  'book.edit': {
    input: z.strictObject({ edit, baseRevision: revision }),
    output: z.strictObject({ revision }),
  },
  'book.new': { input: nothing, output: opened },
  'book.open': { input: nothing, output: opened },
  'settings.read': { input: nothing, output: preferences },
  'settings.write': { input: preferences, output: nothing },
  'summary.export': {
    input: summaryOptions,
    output: z.discriminatedUnion('status', [
      z.strictObject({ status: z.literal('saved'), fileName }),
      z.strictObject({ status: z.literal('cancelled') }),
      /** The shell cannot write files: the page is to be opened and printed from there. */
      z.strictObject({ status: z.literal('printable'), page: z.string().check(z.maxLength(200)) }),
    ]),
  },
  'summary.read': { input: nothing, output: z.strictObject({ snapshot, options: summaryOptions }) },
  'summary.rendered': { input: nothing, output: nothing },
} satisfies Record<ChannelName, { input: z.ZodMiniType; output: z.ZodMiniType }>

type Contract = typeof contract
export type Input<C extends ChannelName> = z.infer<Contract[C]['input']>
export type Output<C extends ChannelName> = z.infer<Contract[C]['output']>

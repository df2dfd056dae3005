import { z } from 'zod/mini'
import { dealDocument } from '../document/dealDocument.ts'
import { isKnownLocale, isLocale } from '../format/locale.ts'
import { fileNameProblem } from '../format/fileName.ts'
import { amountUnits } from '../format/number.ts'
import { papers } from '../format/paper.ts'
import type { DealDifference } from '../tables/differences.ts'
import { edit, type Workspace } from '../history/workspace.ts'
import { limits } from '../schema/limits.ts'
import { currency, discountRate, id, instant, name } from '../schema/values.ts'
import type { ChannelName } from './channels.ts'
import { sheetShares } from './sheetShares.ts'
import { fileName, keptBackup, keptVersion, recentBook, recovery, sentences } from './keeping.ts'
import { copiedPicture, savedPicture } from './pictures.ts'

/** A BCP 47 tag that numbers can be written by: what is not even one would stop the page as it writes its first. */
const locale = z.string().check(z.maxLength(100), z.refine(isLocale, 'no locale'))
const month = z.int().check(z.minimum(1), z.maximum(12))
const decimals = z.int().check(z.minimum(0), z.maximum(6))

/** What the screen shows and how, for every book on this machine. */
export const preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  unit: z.enum(amountUnits),
  /** Of amounts in that unit; null for as many as are usual. */
  decimals: z.nullable(decimals),
  /** BCP 47; null for the system’s. */
  locale: z.nullable(locale.check(z.refine(isKnownLocale, 'no locale that is known here'))),
  /** The month, from 1, in which a year begins: axes and tables by year and quarter follow it. */
  yearStart: month,
  /** The paper documents are printed on; null for the usual one of the locale’s region. */
  paper: z.nullable(z.enum(papers)),
  /** What a new deal is discounted at, in parts per million a year. */
  discountRate,
  /** The figures in the headline strip, by their ids in the catalogue of figures. */
  headline: z.array(id).check(z.maxLength(limits.headlineFigures)),
  /** How much of the height of terms and figures the terms have, in per cent. */
  sheetShare: z.int().check(z.minimum(sheetShares.least), z.maximum(sheetShares.most)),
})
export type Preferences = z.infer<typeof preferences>

const revision = z.int().check(z.minimum(0))
const nothing = z.strictObject({})
const newFileName = z.string().check(
  z.maxLength(200),
  z.refine((text) => fileNameProblem(text) === null, 'no name for a file'),
)

/**
 * A book as it stands in its file. Each row was checked by its schema as it was read, so it is not checked once more: that
 * would take longer than all else for a large book.
 */
const readWorkspace = z.custom<Workspace>()
const snapshot = z.strictObject({
  workspace: readWorkspace,
  revision,
  fileName,
  /** Whether it is all of the book; of a large one it is the list of all deals, and those side by side. */
  isWhole: z.boolean(),
})
export type Snapshot = z.infer<typeof snapshot>

const settled = z.strictObject({
  /** A sentence on each thing a person should know about the opening. */
  notices: sentences,
})
export type Settled = z.infer<typeof settled>

const cancelled = z.strictObject({ status: z.literal('cancelled') })
const bookOpened = z.strictObject({ status: z.literal('opened'), snapshot })
const opened = z.discriminatedUnion('status', [bookOpened, cancelled])

const fileSaved = z.strictObject({ status: z.literal('saved'), fileName })
const saved = z.discriminatedUnion('status', [fileSaved, cancelled])

/** A book that was damaged and is open again. */
const recovered = z.strictObject({
  snapshot,
  /** The name the damaged file lies under now. */
  aside: fileName,
  /** A sentence on each thing that is lost. */
  missing: sentences,
})

const numberStyle = z.strictObject({
  locale,
  currency,
  unit: z.enum(amountUnits),
  decimals: z.optional(z.nullable(decimals)),
})

/** How the screen shows numbers, carried to the document so that both agree. */
const summaryOptions = z.strictObject({
  unit: z.enum(amountUnits),
  decimals: z.nullable(decimals),
  locale,
  /** The month, from 1, in which a year begins. */
  yearStart: month,
  paper: z.enum(papers),
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
      /** The locale of the region the system is set to; null where the shell cannot tell it from its language. */
      region: z.nullable(locale),
    }),
  },
  'book.read': { input: nothing, output: snapshot },
  'book.settle': { input: nothing, output: settled },
  'book.edit': {
    input: z.strictObject({ edit, baseRevision: revision }),
    output: z.strictObject({ revision }),
  },
  'book.new': { input: z.strictObject({ currency }), output: opened },
  'book.open': { input: nothing, output: opened },
  'book.recent': {
    input: nothing,
    output: z.strictObject({ books: z.array(recentBook).check(z.maxLength(limits.recentBooks)) }),
  },
  'book.openRecent': { input: z.strictObject({ index: z.int().check(z.minimum(0)) }), output: opened },
  /** Opens the sample book, which is made anew where it is gone. */
  'book.sample': { input: nothing, output: opened },
  'book.retry': { input: nothing, output: opened },
  'book.saveCopy': { input: nothing, output: saved },
  /** Saves what is on the screen to a file of its own, and opens that: the book's own was overwritten or is gone. */
  'book.saveAsNew': {
    input: nothing,
    output: z.discriminatedUnion('status', [
      z.strictObject({ status: z.literal('opened'), snapshot, missing: sentences }),
      cancelled,
    ]),
  },
  'book.rename': { input: z.strictObject({ name: newFileName }), output: snapshot },
  'book.reveal': { input: nothing, output: nothing },
  'versions.list': {
    input: nothing,
    output: z.strictObject({ versions: z.array(keptVersion).check(z.maxLength(limits.versions)) }),
  },
  'versions.keep': { input: z.strictObject({ id, name, at: instant }), output: keptVersion },
  'versions.compare': {
    input: z.strictObject({ id, style: numberStyle }),
    output: z.strictObject({
      deals: z.array(z.custom<DealDifference>()).check(z.maxLength(2 * limits.deals)),
    }),
  },
  'versions.restore': {
    input: z.strictObject({ id, at: instant, baseRevision: revision }),
    output: snapshot,
  },
  'backups.list': {
    input: nothing,
    output: z.strictObject({ backups: z.array(keptBackup).check(z.maxLength(limits.backups)) }),
  },
  'backups.restore': {
    input: z.strictObject({ fileName, at: instant, baseRevision: revision }),
    output: snapshot,
  },
  'backups.openCopy': { input: z.strictObject({ fileName }), output: opened },
  'recovery.read': { input: nothing, output: recovery },
  'recovery.restore': { input: z.strictObject({ fileName }), output: recovered },
  'recovery.salvage': { input: nothing, output: recovered },
  'book.export': { input: nothing, output: saved },
  'deal.export': { input: z.strictObject({ dealId: id }), output: saved },
  'document.import': {
    input: nothing,
    output: z.discriminatedUnion('status', [
      /** Deals for the open book, checked: the page adds them with an edit like any other. */
      z.strictObject({
        status: z.literal('deals'),
        documents: z.array(dealDocument).check(z.minLength(1), z.maxLength(limits.deals)),
      }),
      /** It was a whole book, which is open now. */
      bookOpened,
      cancelled,
    ]),
  },
  'chart.save': { input: savedPicture, output: saved },
  'chart.copyImage': { input: copiedPicture, output: nothing },
  'settings.read': { input: nothing, output: preferences },
  /** Only what changed: another window may have changed the rest. */
  'settings.write': { input: z.partial(preferences), output: nothing },
  'summary.export': {
    input: summaryOptions,
    output: z.discriminatedUnion('status', [
      fileSaved,
      cancelled,
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

import { z } from 'zod/mini'
import { parseCivilDate } from '../days.ts'
import { currencyDigits } from '../money.ts'
import { wholePpm } from '../rate.ts'
import { limits } from './limits.ts'

/** `YYYY-MM-DD`, a date of the calendar within the bounds. */
export const civilDate = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a date such as 2026-05-01 is wanted here', abort: true }),
  z.maxLength('2026-05-01'.length),
  z.refine((text) => parseCivilDate(text) !== null, {
    error: 'there is no such day in the calendar',
    abort: true,
  }),
  z.refine(
    (text) => text >= limits.earliestDate && text <= limits.latestDate,
    `dates lie between ${limits.earliestDate} and ${limits.latestDate}`,
  ),
)

/** When something was done, ISO 8601 in UTC, to the nanosecond at most. */
export const instant = z.iso.datetime().check(z.maxLength(40))

export const id = z.string().check(
  z.maxLength(limits.idLength),
  z.regex(/^[A-Za-z0-9][A-Za-z0-9/_-]*$/),
  // Records are plain objects: `constructor` would be found in every one of them.
  z.refine((text) => !(text in {}), 'a name every object has'),
)

const text = (length: number) =>
  z.string().check(
    z.maxLength(length),
    z.refine((value) => value === value.trim() && !/\p{Cc}/u.test(value), 'untrimmed or unprintable'),
  )

export const name = text(limits.nameLength).check(z.minLength(1))
export const party = text(limits.partyLength)
export const label = text(limits.nameLength)
export const note = z.string().check(z.maxLength(limits.noteLength))

export const currency = z.enum(Object.keys(currencyDigits) as [string, ...string[]])

/** Minor units, not below zero. */
export const fee = z.int().check(z.minimum(0), z.maximum(limits.monthlyFee))

/** Parts per million from 0 % to 100 %. */
export const share = z.int().check(z.minimum(0), z.maximum(wholePpm))

export const discountRate = z
  .int()
  .check(z.minimum(limits.lowestDiscountRate), z.maximum(limits.highestDiscountRate))

/** Millionths of the currency's major unit a unit, not below zero. */
export const unitPrice = z.int().check(z.minimum(0), z.maximum(limits.unitPrice))

/** Parts per million by which a price changes. */
export const escalation = z
  .int()
  .check(z.minimum(limits.lowestEscalation), z.maximum(limits.highestEscalation))

export const gpuCount = z.int().check(z.minimum(0), z.maximum(limits.gpus))

/** Order among its like in a deal, from 0. */
export const position = z.int().check(z.minimum(0), z.maximum(limits.deals))

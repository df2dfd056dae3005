import { Fragment, type ReactNode } from 'react'

/** A text in the pieces between which its large numbers may break: between groups of three digits. */
const pieces = (text: string): string[] => text.split(/(?<=\d[,.'’\u00a0\u202f])(?=\d{3})/u)

/** Marks with zero-width spaces where the numbers of a text may break, for an attribute. */
export const breakableText = (text: string): string => pieces(text).join('\u200b')

/** A text whose large numbers may break into lines between groups of three digits, and nowhere within one. */
export const breakable = (text: string): ReactNode =>
  pieces(text).map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ))

import { Fragment, type ReactNode } from 'react'

/** A text whose large numbers may break into lines between groups of three digits, and nowhere within one. */
export const breakable = (text: string): ReactNode =>
  text.split(/(?<=\d[,.'’\u00a0\u202f])(?=\d{3})/u).map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ))

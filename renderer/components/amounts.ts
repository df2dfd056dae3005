const currency = String.raw`(?:\p{Sc}|\b[A-Z]{3}\b)`
const space = String.raw`[\s\u00a0\u202f]?`
const amount = new RegExp(`${currency}${space}[-\u2212+]?\\p{Nd}|\\p{Nd}${space}${currency}`, 'u')

/** Whether a text holds an amount of money. Such a text is never cut: what is left of it could be read as another amount. */
export const holdsAmount = (text: string): boolean => amount.test(text)

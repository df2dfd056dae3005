/** A ref for what appears under the last line of what scrolls: it is to be seen, too. */
export const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

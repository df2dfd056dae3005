/** How much of the height of terms and figures the terms may have, in per cent. */
export const sheetShares = { least: 15, most: 85 } as const

/** How the name of a book's file ends. */
export const bookExtension = '.offtake'

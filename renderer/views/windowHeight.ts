/** The height of the window, which is not known before it is shown; then the height of the screen, which it does not exceed. */
export const windowHeight = (): number => window.innerHeight || window.screen.availHeight

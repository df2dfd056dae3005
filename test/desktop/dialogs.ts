import type { RunningApp } from '../e2e/app.ts'

/** The system's own dialogs cannot be driven: they answer with this path. All else is real. */
export async function answerDialogs({ electron }: RunningApp, path: string): Promise<void> {
  await electron!.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

/** Answers the page's question about a new book, with the currency it offers or with another; the file dialog comes next. */
export async function answerNewBook({ page }: RunningApp, currency?: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'New book' })
  if (currency !== undefined) {
    await dialog.getByRole('combobox', { name: 'Currency' }).click()
    await page.getByRole('option', { name: currency }).click()
  }
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
}

export async function chooseInBookMenu({ page }: RunningApp, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Book', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

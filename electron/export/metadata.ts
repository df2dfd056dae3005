import { PDFDocument } from '@cantoo/pdf-lib'

/** Names the document and its maker; Chromium leaves its user agent as the creator. */
export async function describeDocument(pdf: Uint8Array, bookName: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  document.setTitle(`${bookName}: summary`, { showInWindowTitleBar: true })
  document.setCreator('Offtake')
  document.setSubject('Comparison of compute-capacity contracts')
  document.setLanguage('en')
  return document.save()
}

import * as electron from 'electron'

/** What Electron’s clipboard could do before it took items of any kind. */
interface EarlierClipboard {
  writeImage(image: electron.NativeImage): void
}

/** Puts a picture on the system's clipboard; false, and nothing changed, where the bytes are none. */
export async function copyImage(png: Uint8Array): Promise<boolean> {
  const { clipboard, ClipboardItem, nativeImage } = electron
  const image = nativeImage.createFromBuffer(Buffer.from(png))
  if (image.isEmpty()) return false
  if ('writeImage' in clipboard) (clipboard as unknown as EarlierClipboard).writeImage(image)
  else
    await clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([png.slice()], { type: 'image/png' }) }),
    ])
  return true
}

import { rm } from 'node:fs/promises'
import { join } from 'node:path'

interface Packed {
  appOutDir: string
  electronPlatformName: string
}

/**
 * An unpacked Electron (`electronDist`) is copied whole; what belongs to it alone is taken out again: its default
 * app, its version, and the spare addon of the test runtime.
 */
export async function afterPack({ appOutDir, electronPlatformName }: Packed): Promise<void> {
  if (electronPlatformName === 'darwin') return
  for (const name of ['resources/default_app.asar', 'version', 'better_sqlite3-napi9.node'])
    await rm(join(appOutDir, name), { force: true })
}

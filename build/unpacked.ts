import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './bundles.ts'

export interface UnpackedPackage {
  /** What may be copied elsewhere and started there. */
  folder: string
  /** From `folder`. */
  executable: string
  /** The folder of app.asar, from `folder`. */
  resources: string
}

/** Where electron-builder puts the unpacked package of this machine's platform. */
export function unpackedPackage(): UnpackedPackage {
  const prefix = { linux: 'linux', darwin: 'mac', win32: 'win' }[process.platform as string]
  const name = readdirSync(join(root, 'dist')).find((each) => prefix !== undefined && each.startsWith(prefix))
  if (name === undefined) throw new Error('There is no package in dist/: run "npm run package".')
  const folder = join(root, 'dist', name)
  if (process.platform === 'darwin')
    return {
      folder,
      executable: 'Offtake.app/Contents/MacOS/Offtake',
      resources: 'Offtake.app/Contents/Resources',
    }
  return {
    folder,
    executable: process.platform === 'win32' ? 'Offtake.exe' : 'offtake',
    resources: 'resources',
  }
}

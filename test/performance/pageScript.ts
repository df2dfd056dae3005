import { resolve } from 'node:path'
import { build, type Rolldown } from 'vite'

/** A file of this folder as one script to run in the page, with the React the app is built with. */
export async function pageScript(file: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: {
        input: resolve(import.meta.dirname, file),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput
  return built.output[0].code
}

import { build, type Rolldown } from 'vite'

/** Bundles a file into one script to run in the page, with the React the app is built with. */
export async function pageScript(path: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: {
        input: path,
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput
  return built.output.find((part) => part.type === 'chunk')!.code
}

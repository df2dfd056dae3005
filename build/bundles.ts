import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig, Plugin } from 'vite'
import { sampleBook } from '../shared/sample/sampleBook.ts'

export const root = resolve(import.meta.dirname, '..')
const from = (...parts: string[]) => resolve(root, ...parts)

/** The sample is the same book for everyone: it is made as the app is built, for the first start would wait for it. */
const madeSample: Plugin = {
  name: 'made-sample',
  enforce: 'pre',
  load(id) {
    if (id !== from('shared/sample/sampleBook.ts')) return null
    return `export const sampleBook = () => JSON.parse(${JSON.stringify(JSON.stringify(sampleBook()))})`
  },
}

/**
 * A bundle for Node or Electron's main process: everything inside but the runtime and the addon. Electron reads CommonJS
 * at once and an ES module step by step, between other work: the window would wait for it.
 */
function forNode(entry: string, outDir: string, format: 'es' | 'cjs'): InlineConfig {
  const extension = format === 'cjs' ? 'cjs' : 'js'
  return {
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [madeSample],
    ssr: { noExternal: true },
    build: {
      ssr: from(entry),
      outDir: from(outDir),
      emptyOutDir: true,
      target: 'node20',
      // Short, for it is read anew at every start; the map tells where an error was.
      minify: 'oxc',
      sourcemap: true,
      rolldownOptions: {
        external: ['electron', 'better-sqlite3', /^node:/],
        output: { format, entryFileNames: `main.${extension}`, chunkFileNames: `[name].${extension}` },
      },
    },
  }
}

/** A single classic script: a sandboxed preload must be one CommonJS file, a page's bridge one plain script. */
function singleScript(entry: string, outDir: string, fileName: string, format: 'cjs' | 'iife'): InlineConfig {
  return {
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: from(outDir),
      emptyOutDir: false,
      target: 'chrome130',
      minify: false,
      rolldownOptions: {
        input: from(entry),
        external: ['electron'],
        output: { format, entryFileNames: fileName, codeSplitting: false },
      },
    },
  }
}

/** What charts alone are made from, on the screen and on paper: they follow the first frame. */
const ofCharts = [
  'renderer/charts/',
  'shared/charts/',
  'shared/tables/chartTable.ts',
  'shared/engine/calendarMonths.ts',
  'shared/engine/costKinds.ts',
  'shared/engine/cumulativeRows.ts',
  'shared/engine/deliveredMonths.ts',
].map((path) => from(path))

const isOfStart = (id: string) =>
  /\/node_modules\/(react|react-dom|scheduler|zustand)\//.test(id) ||
  ([from('shared'), from('renderer')].some((folder) => id.startsWith(folder)) &&
    !ofCharts.some((path) => id.startsWith(path)))

const renderer: InlineConfig = {
  configFile: false,
  root: from('renderer'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: from('out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { index: from('renderer/index.html'), print: from('renderer/print.html') },
      output: {
        codeSplitting: {
          // What the window starts with and others share is one file: each further request delays the first paint.
          groups: [{ name: 'start', test: isOfStart, minShareCount: 2 }],
        },
      },
    },
  },
}

/** Every bundle of the app, in build order: a folder is emptied by the first bundle that writes to it. */
export const bundles: InlineConfig[] = [
  forNode('electron/shell/desktop/main.ts', 'out/desktop', 'cjs'),
  singleScript('electron/shell/desktop/preload.ts', 'out/desktop', 'preload.cjs', 'cjs'),
  forNode('electron/shell/browser/main.ts', 'out/browser', 'es'),
  singleScript('electron/shell/browser/bridge.ts', 'out/browser', 'bridge.js', 'iife'),
  renderer,
]

import { watch } from 'node:fs'
import { join } from 'node:path'
import { startCore } from '../../core.ts'
import { readArguments } from './arguments.ts'
import { serveLoopback } from './server.ts'

const out = join(import.meta.dirname, '..')
const pages = join(out, 'renderer')

// better-sqlite3 uses Node-API 10 and ends the process with a fault below it.
if (Number(process.versions['napi'] ?? 0) < 10) {
  console.error(
    `Offtake needs Node 22.14 or newer; this is ${process.version}. "npm ci" brings one: start it with npm.`,
  )
  process.exit(1)
}

const options = readArguments(process.argv.slice(2), process.env)
const core = startCore({
  version: process.env['npm_package_version'] ?? 'development',
  userData: options.userData,
})
const desk = core.openDesk({
  book: options.book,
  focus: () => undefined,
  shell: { kind: 'browser', dialogs: null, printer: null, reveal: null, copyImage: null },
})
const server = await serveLoopback(desk.dispatch, {
  pages,
  bridge: join(out, 'browser/bridge.js'),
  port: options.port,
})
console.log(`Offtake is at ${server.address}`)

if (options.watch) {
  let pending: NodeJS.Timeout | undefined
  watch(pages, { recursive: true }, () => {
    clearTimeout(pending)
    pending = setTimeout(() => server.announce('source.changed', {}), 200)
  })
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    server.close()
    desk.registry.close()
    process.exit(0)
  })

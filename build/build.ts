/** Builds every bundle into out/; with --watch it stays and rebuilds the ones whose sources change. */
import { build } from 'vite'
import { bundles } from './bundles.ts'

const watch = process.argv.includes('--watch')
for (const bundle of bundles) {
  await build(watch ? { ...bundle, build: { ...bundle.build, watch: {} } } : bundle)
}

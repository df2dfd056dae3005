import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type Rolldown } from 'vite'
import { expect, test } from '../e2e/app.ts'
import { median } from './median.ts'

const rounds = 15

async function chartScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: {
        input: resolve(import.meta.dirname, 'chartUpdate.tsx'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput
  return built.output.find((part) => part.type === 'chunk')!.code
}

test('the chart in focus is drawn again after an edit for less than the charting library takes for bare lines @long', async ({
  app: { page },
}) => {
  await page.evaluate(await chartScript())
  for (const id of ['payments', 'commitment'] as const) {
    const { ours, theirs } = await page.evaluate(
      ([chart, count]) =>
        (
          window as unknown as {
            chartUpdates(id: string, rounds: number): Promise<{ ours: number[]; theirs: number[] }>
          }
        ).chartUpdates(chart, count),
      [id, rounds] as const,
    )
    const ratio = median(ours) / median(theirs)
    console.log(
      `${id}: ${median(ours).toFixed(1)} ms, eight bare lines ${median(theirs).toFixed(1)} ms, ratio ${ratio.toFixed(2)} (limit 1)`,
    )
    expect(ratio).toBeLessThan(1)
  }
})

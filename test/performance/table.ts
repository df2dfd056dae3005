import { loadavg } from 'node:os'
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'
import { type Measurement, measurementsIn } from './measurement.ts'

const widths = [56, 11, 26, 11, 7, 12, 7]

const row = (...cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 || i === 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' ')

/** Prints what `npm run bench:app` measures, a line each, and in full what did not work. */
export default class Table implements Reporter {
  onBegin(): void {
    console.log(`load average before: ${loadavg()[0]!.toFixed(1)}\n`)
    console.log(row('work', 'Offtake', '  beside', 'takes', 'ratio', 'target', ''))
  }

  onTestEnd({ title }: TestCase, { annotations, errors }: TestResult): void {
    for (const measurement of measurementsIn(annotations)) console.log(lineOf(measurement))
    for (const error of errors) console.error(`FAILED ${title}\n${textOf(error)}\n`)
  }

  onError(error: TestError): void {
    console.error(textOf(error))
  }

  printsToStdio(): boolean {
    return true
  }
}

const textOf = (error: TestError): string => error.stack ?? error.message ?? error.value ?? ''

function lineOf({ work, unit, value, peer, target }: Measurement): string {
  const amount = (number: number) => `${number.toFixed(number < 10 ? 2 : 0)} ${unit}`
  const ratio = peer && value / peer.value
  const isWithin = target && ('value' in target ? value <= target.value : ratio! <= target.ratio)
  return row(
    work,
    amount(value),
    peer ? `  ${peer.name}` : '',
    peer ? amount(peer.value) : '',
    ratio?.toFixed(2) ?? '',
    target ? ('value' in target ? amount(target.value) : `${target.ratio} x`) : '',
    isWithin === undefined ? '' : isWithin ? 'within' : 'over',
  )
}

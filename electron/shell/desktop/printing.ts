import type { BrowserWindow } from 'electron'
import type { SummaryOptions } from '../../../shared/contract/contract.ts'
import { fail, ok, type Result } from '../../../shared/contract/result.ts'
import { log } from '../../log.ts'
import type { SummaryPrinter } from '../../ports.ts'
import { openHidden } from './window.ts'

const longestLayout = 30_000

/** A summary that is being laid out or printed. */
interface Job {
  options: SummaryOptions
  rendered(): void
}

/**
 * Prints the summary from a hidden, sandboxed window of its own. One is printed at a time, and the next waits for it. `lend`
 * lets that page ask as the workbench's own does, until its answer is called.
 */
export function createPrinter(lend: (page: number) => () => void): SummaryPrinter {
  let current: Job | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function printNow(options: SummaryOptions): Promise<Result<Uint8Array>> {
    let window: BrowserWindow | null = null
    let takeBack: (() => void) | null = null
    try {
      const laidOut = Promise.withResolvers<void>()
      current = { options, rendered: laidOut.resolve }
      window = openHidden('print.html')
      takeBack = lend(window.webContents.id)
      await Promise.race([laidOut.promise, failureOf(window)])
      return ok(
        await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      )
    } catch (error) {
      log('the summary was not printed', error)
      return fail('internal', 'The PDF could not be made. Nothing was written. Try again.')
    } finally {
      current = null
      takeBack?.()
      if (window && !window.isDestroyed()) window.destroy()
    }
  }

  return {
    get options() {
      return current?.options ?? null
    },
    rendered: () => current?.rendered(),
    print(options) {
      const printed = last.then(() => printNow(options))
      last = printed
      return printed
    },
  }
}

/** Rejects once a page cannot be laid out any more: it was not read, its process ended, or it takes too long. */
function failureOf({ webContents }: BrowserWindow): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error('It was not laid out in time.')), longestLayout)
    const stop = (why: string) => {
      clearTimeout(timer)
      reject(new Error(why))
    }
    webContents.once('render-process-gone', (_event, { reason }) => stop(`Its process ended: ${reason}.`))
    webContents.once('did-fail-load', (_event, _code, description) => stop(description))
    webContents.once('destroyed', () => stop('Its window was closed.'))
  })
}

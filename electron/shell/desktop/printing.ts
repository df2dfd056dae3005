import type { SummaryOptions } from '../../../shared/contract/contract.ts'
import type { SummaryPrinter } from '../../ports.ts'
import { openHidden } from './window.ts'

const longestLayout = 30_000

/**
 * Prints the summary from a hidden, sandboxed window of its own; one at a time. `lend` lets that page ask as the
 * workbench's own does, until its answer is called.
 */
export function createPrinter(lend: (page: number) => () => void): SummaryPrinter {
  let current: { options: SummaryOptions; rendered(): void } | null = null

  return {
    get options() {
      return current?.options ?? null
    },
    rendered: () => current?.rendered(),
    async print(options) {
      if (current) throw new Error('A summary is being printed already.')
      const isLaidOut = new Promise<void>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error('The summary was not laid out in time.')),
          longestLayout,
        )
        current = {
          options,
          rendered() {
            clearTimeout(timer)
            resolve()
          },
        }
      })
      const window = openHidden('print.html')
      const takeBack = lend(window.webContents.id)
      try {
        await isLaidOut
        return await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        })
      } finally {
        takeBack()
        window.destroy()
        current = null
      }
    },
  }
}

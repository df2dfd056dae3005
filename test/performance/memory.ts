import type { ElectronApplication } from '@playwright/test'

/** Memory of an app's processes in megabytes, by their kind: "Browser" is the main process, "Tab" the pages. */
export const memoryOf = (electron: ElectronApplication): Promise<Record<string, number>> =>
  electron.evaluate(({ app }) => {
    const byType: Record<string, number> = {}
    for (const { type, memory } of app.getAppMetrics())
      byType[type] = (byType[type] ?? 0) + memory.workingSetSize / 1000
    return byType
  })

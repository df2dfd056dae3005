/**
 * The names of everything the screen may ask of the core, and of everything the core may tell the screen.
 * Names only, so that the preload can check them without carrying the schemas.
 */
export const channelNames = [
  'app.info',
  'book.read',
  'book.settle',
  'book.edit',
  'book.new',
  'book.open',
  'book.recent',
  'book.openRecent',
  'book.sample',
  'book.retry',
  'book.saveCopy',
  'book.saveAsNew',
  'book.rename',
  'book.reveal',
  'versions.list',
  'versions.keep',
  'versions.compare',
  'versions.restore',
  'backups.list',
  'backups.restore',
  'backups.openCopy',
  'recovery.read',
  'recovery.restore',
  'recovery.salvage',
  'book.export',
  'deal.export',
  'document.import',
  'chart.save',
  'chart.copyImage',
  'settings.read',
  'settings.write',
  'summary.export',
  'summary.read',
  'summary.rendered',
] as const

export type ChannelName = (typeof channelNames)[number]

export const eventNames = ['command.requested', 'source.changed'] as const

export type EventName = (typeof eventNames)[number]

/** What a shell puts on the page's window as `offtake`. */
export interface Bridge {
  /** Answers with a `Result` as JSON: text is handed over whole, an object property by property, and a book has many. */
  call(channel: ChannelName, input: unknown): Promise<string>
  /** Listens to one event; the answer stops listening. */
  on(event: EventName, listener: (detail: unknown) => void): () => void
}

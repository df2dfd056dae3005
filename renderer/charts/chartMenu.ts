import type { Chart, ChartSource } from '../../shared/charts/chart.ts'
import { formatDay } from '../../shared/format/date.ts'
import { settingsOf } from '../../shared/schema/readBook.ts'
import { tabSeparated } from '../../shared/tables/chartTable.ts'
import { ask } from '../api.ts'
import { copyText } from '../commands/copyText.ts'
import type { MenuEntry } from '../components/Menu.tsx'
import { useBook } from '../stores/book.ts'
import { useInfo } from '../stores/info.ts'
import { notify } from '../stores/notice.ts'
import type { AsOfReading } from './AsOfMark.tsx'

export interface ShownChart {
  chart: Chart
  source: ChartSource
  asOf: AsOfReading | null
}

const images = () => import('./chartImage.ts')

/** What can be done with the chart in focus; only the desktop app has dialogs, and a clipboard that takes pictures. */
export function chartEntries(shown: ShownChart): MenuEntry[] {
  const isDisabled = useInfo.getState().shell !== 'desktop'
  return [
    { label: 'Copy image', run: () => void copyImage(shown).catch(failed), isDisabled },
    { label: 'Copy as SVG', run: () => void copySvg(shown).catch(failed) },
    { label: 'Copy table', run: () => copyTable(shown) },
    'separator',
    { label: 'Save as PNG…', run: () => void save(shown, 'png').catch(failed), isDisabled },
    { label: 'Save as SVG…', run: () => void save(shown, 'svg').catch(failed), isDisabled },
  ]
}

/** Puts the numbers of a chart on the clipboard, for a spreadsheet. */
export const copyTable = ({ chart, source }: ShownChart): void =>
  copied(copyText(tabSeparated(chart, source.style)), `the table of “${chart.title}”`)

async function pictureOf({ chart, source, asOf }: ShownChart) {
  const { name } = settingsOf(useBook.getState().workspace.book)
  const { style, context } = source
  const subject = `${name}, as of ${formatDay(context.asOf)}. Amounts in ${style.currency}.`
  return { name, svg: await (await images()).chartSvg({ chart, style, asOf, subject }) }
}

async function copyImage(shown: ShownChart): Promise<void> {
  const { svg } = await pictureOf(shown)
  const { base64Of, pngOf } = await images()
  const answer = await ask('chart.copyImage', { png: base64Of(await pngOf(svg)) })
  if (!answer.ok) return notify('error', answer.error.message)
  copied(true, `the picture of “${shown.chart.title}”`)
}

async function copySvg(shown: ShownChart): Promise<void> {
  const { svg } = await pictureOf(shown)
  copied(copyText(svg.svg), `“${shown.chart.title}” as SVG`)
}

async function save(shown: ShownChart, format: 'png' | 'svg'): Promise<void> {
  const { name, svg } = await pictureOf(shown)
  const { base64Of, pngOf } = await images()
  const content = format === 'svg' ? svg.svg : base64Of(await pngOf(svg))
  const answer = await ask('chart.save', { format, name: `${name}, ${shown.chart.title}`, content })
  if (!answer.ok) return notify('error', answer.error.message)
  if (answer.value.status === 'saved') notify('info', `Saved ${answer.value.fileName}.`)
}

function copied(isDone: boolean, what: string): void {
  if (isDone) notify('info', `Copied ${what}.`)
  else notify('error', 'The clipboard could not be written. Nothing was copied.')
}

const failed = () => notify('error', 'The picture could not be drawn. Nothing was copied or saved.')

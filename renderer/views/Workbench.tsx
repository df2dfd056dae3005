import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useRef } from 'react'
import { figureTable } from '../../shared/tables/figures.ts'
import { runCommand } from '../commands/registry.ts'
import { dealMark, useComparison } from '../stores/comparison.ts'
import { useBook } from '../stores/book.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { EvidencePopover } from './EvidencePopover.tsx'
import { Figures } from './Figures.tsx'
import { Footer } from './Footer.tsx'
import { HeadlineStrip } from './HeadlineStrip.tsx'
import { Sidebar } from './Sidebar.tsx'
import { TermSheet } from './TermSheet.tsx'
import { TopBar } from './TopBar.tsx'
import styles from './Workbench.module.css'

// The charting library is the largest part of the app: the sheet is usable before it is read.
const ChartPanel = lazy(() => import('./ChartPanel.tsx'))

/** The main window: deals, term sheet over figures, charts. */
export function Workbench() {
  const comparison = useComparison()
  const style = useNumberStyle()
  const tab = useView((view) => view.tab)
  const { context, columns } = comparison
  return (
    <div className={styles['workbench']} data-ready="true" data-tab={tab}>
      <TopBar />
      <Sidebar />
      <main className={styles['main']}>
        <Tabs />
        {columns.length === 0 ? <NoDeals /> : <Sheet context={context} columns={columns} style={style} />}
      </main>
      <aside className={styles['charts']} aria-label="Charts">
        {columns.length > 0 && <DeferredCharts />}
      </aside>
      <Footer />
      <EvidencePopover />
    </div>
  )
}

type SheetProps = Pick<ReturnType<typeof useComparison>, 'context' | 'columns'> & {
  style: ReturnType<typeof useNumberStyle>
}

/** Terms above, figures below, in columns that scroll sideways together. */
function Sheet({ context, columns, style }: SheetProps) {
  const rows = useMemo(() => figureTable(context, columns, style), [context, columns, style])
  const activeDeal = useView((view) => view.active?.dealId)
  const selected = Math.max(
    0,
    columns.findIndex(({ terms }) => terms.deal.id === activeDeal),
  )
  const termScroller = useRef<HTMLDivElement>(null)
  const figureScroller = useRef<HTMLDivElement>(null)
  const followTerms = useCallback(() => alignColumns(termScroller.current, figureScroller.current), [])
  const followFigures = useCallback(() => alignColumns(figureScroller.current, termScroller.current), [])
  return (
    <>
      <HeadlineStrip context={context} columns={columns} rows={rows} index={selected} />
      <TermSheet
        context={context}
        columns={columns}
        style={style}
        scroller={termScroller}
        onScroll={followTerms}
      />
      <Figures
        context={context}
        columns={columns}
        rows={rows}
        scroller={figureScroller}
        onScroll={followFigures}
      />
    </>
  )
}

function alignColumns(leader: HTMLElement | null, follower: HTMLElement | null): void {
  if (leader && follower) follower.scrollLeft = leader.scrollLeft
}

/** Charts may lag a frame behind the figures. */
function DeferredCharts() {
  const comparison = useDeferredValue(useComparison())
  const style = useNumberStyle()
  const book = useDeferredValue(useBook((state) => state.workspace.book))
  const marks = useMemo(
    () => comparison.columns.map(({ terms }) => dealMark(book, terms.deal.id)),
    [comparison, book],
  )
  return (
    <Suspense fallback={null}>
      <ChartPanel comparison={comparison} marks={marks} style={style} />
    </Suspense>
  )
}

/** Where the window has no room for both, the sheet or the charts. */
function Tabs() {
  const tab = useView((view) => view.tab)
  return (
    <div className={styles['tabs']} role="group" aria-label="Show">
      {(['terms', 'charts'] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={tab === each}
          onClick={() => useView.setState({ tab: each })}
        >
          {each === 'terms' ? 'Terms and figures' : 'Charts'}
        </button>
      ))}
    </div>
  )
}

function NoDeals() {
  return (
    <div className={styles['empty']}>
      <p>This book has no deals yet.</p>
      <button type="button" className={controls['primary']} onClick={() => runCommand('deal.add')}>
        New deal
      </button>
    </div>
  )
}

import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef } from 'react'
import { runCommand } from '../commands/registry.ts'
import { Boundary } from '../components/Boundary.tsx'
import { useAfterPaint, useBeforeFrame } from '../components/useFrames.ts'
import { afterFirstPaint } from '../frames.ts'
import { markSideways } from '../components/useSideways.ts'
import { comparisonOf, useComparison } from '../stores/comparison.ts'
import { settleBook, useBook } from '../stores/book.ts'
import { useNumberStyle, usePreferences } from '../stores/preferences.ts'
import { shownBook } from '../stores/preview.ts'
import { useView, type ViewState } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { Announcement } from './Announcement.tsx'
import { ChartsCannotBeShown, ClosedByError, SheetCannotBeShown } from './CannotShow.tsx'
import { CellBar } from './CellBar.tsx'
import { Figures } from './Figures.tsx'
import { Footer } from './Footer.tsx'
import { HeadlineStrip } from './HeadlineStrip.tsx'
import { Sidebar } from './Sidebar.tsx'
import { SplitHandle } from './SplitHandle.tsx'
import { TermSheet } from './TermSheet.tsx'
import { TopBar } from './TopBar.tsx'
import { useOutOfView } from './useOutOfView.ts'
import styles from './Workbench.module.css'

// The libraries of charts and of popups are the largest part of the app: the sheet is usable before they are read.
const ChartPanel = lazy(() => import('./ChartPanel.tsx'))
const EvidencePopover = lazy(async () => ({ default: (await import('../popups.ts')).EvidencePopover }))
const ExplainPanel = lazy(async () => ({ default: (await import('../popups.ts')).ExplainPanel }))
const PartsPopover = lazy(async () => ({ default: (await import('../popups.ts')).PartsPopover }))
const HistoryPanel = lazy(async () => ({ default: (await import('../popups.ts')).HistoryPanel }))

/** The main window: deals, term sheet over figures, charts. It renders once: each part follows what it shows. */
export function Workbench() {
  const openings = useBook((state) => state.openings)
  useEffect(() => afterFirstPaint(follow), [])
  useEffect(() => afterFirstPaint(() => void settleBook(openings)), [openings])
  return (
    <Frame>
      <TopBar />
      <Sidebar />
      <Main />
      <aside className={styles['charts']} aria-label="Charts">
        <ChartsOrWhyNot />
      </aside>
      <Asked when={({ panel }) => panel === 'history'}>
        <HistoryPanel />
      </Asked>
      <Asked when={({ panel }) => panel === 'explain'}>
        <ExplainPanel />
      </Asked>
      <Footer />
      <Asked when={({ evidence }) => evidence !== null}>
        <EvidencePopover />
      </Asked>
      <Asked when={({ parts }) => parts !== null}>
        <PartsPopover />
      </Asked>
    </Frame>
  )
}

/** What is out of view follows, and what opens on a press is read while nothing else is to do: the first press finds it. */
function follow(): void {
  useView.setState({ isPainted: true })
  requestIdleCallback(() => void import('../popups.ts'))
}

function Frame({ children }: { children: ReactNode }) {
  const tab = useView((view) => view.tab)
  const isReady = useView((view) => view.isPainted)
  const panel = useView((view) => view.panel)
  return (
    <div className={styles['workbench']} data-ready={isReady} data-tab={tab} data-panel={panel}>
      {children}
    </div>
  )
}

/** What is compared, and how its height is parted. */
function Main() {
  const share = usePreferences(({ sheetShare }) => sheetShare)
  return (
    <main className={styles['main']} style={{ ['--sheet-share' as string]: share }}>
      <Tabs />
      <SheetOrWhyNot />
      <Announcement />
    </main>
  )
}

/** Terms above, figures below, in columns that scroll sideways together. */
function Sheet() {
  const { context, columns } = useComparison()
  const style = useNumberStyle()
  const source = useMemo(() => ({ context, columns, style }), [context, columns, style])
  const activeDeal = useView((view) => view.active?.dealId)
  const selected = Math.max(
    0,
    columns.findIndex(({ terms }) => terms.deal.id === activeDeal),
  )
  const termScroller = useRef<HTMLDivElement>(null)
  const figureScroller = useRef<HTMLDivElement>(null)
  const dealsOutOfView = useOutOfView(
    termScroller,
    'column',
    columns.map(({ terms }) => terms.deal.id),
  )
  const followTerms = useCallback(() => alignColumns(termScroller.current, figureScroller.current), [])
  const followFigures = useCallback(() => alignColumns(figureScroller.current, termScroller.current), [])
  if (columns.length === 0) return <NoDeals />
  return (
    <>
      <HeadlineStrip source={source} column={selected} />
      <CellBar />
      <TermSheet
        context={context}
        columns={columns}
        style={style}
        scroller={termScroller}
        onScroll={followTerms}
      />
      <SplitHandle />
      <Figures
        source={source}
        dealsOutOfView={dealsOutOfView}
        scroller={figureScroller}
        onScroll={followFigures}
      />
    </>
  )
}

function alignColumns(leader: HTMLElement | null, follower: HTMLElement | null): void {
  if (!leader || !follower) return
  follower.scrollLeft = leader.scrollLeft
  markSideways(follower)
}

/** Charts have their room beside the sheet. As in the style sheet. */
const besideTheSheet = window.matchMedia('(min-width: 1241px)')

/** The charts: where they are in view in the frame of an edit, of a drag with its figures and else a turn later; out of view in a frame after it. */
function Charts() {
  const isPainted = useView((view) => view.isPainted)
  const isInView = useView(({ tab, panel }) => (besideTheSheet.matches ? panel === null : tab === 'charts'))
  const shown = useBook(shownBook)
  const isDragged = useBook(({ preview }) => preview !== null)
  const followed = useBeforeFrame(shown)
  const painted = useAfterPaint(shown)
  const inFrame = isDragged ? shown : followed
  const book = isInView ? inFrame : painted
  const style = useNumberStyle()
  if (!isPainted || book === null || comparisonOf(book).columns.length === 0) return null
  return (
    <Suspense fallback={null}>
      <ChartPanel book={book} style={style} />
    </Suspense>
  )
}

// The same elements each time, so that they are drawn again only for reasons of their own.
const sheet = <Sheet />
const charts = <Charts />

/** The sheet; where it cannot be drawn, why, until the next edit. */
function SheetOrWhyNot() {
  const book = useBook((state) => state.workspace.book)
  return (
    <Boundary resetBy={book} fallback={SheetCannotBeShown}>
      {sheet}
    </Boundary>
  )
}

/** The charts; where they cannot be drawn, why, until the next edit. */
function ChartsOrWhyNot() {
  const book = useBook((state) => state.workspace.book)
  return (
    <Boundary resetBy={book} fallback={ChartsCannotBeShown}>
      {charts}
    </Boundary>
  )
}

/** What opens on a press: a popover, or a panel in the place of the charts. */
function Asked({ when, children }: { when(view: ViewState): boolean; children: ReactNode }) {
  const isAsked = useView(when)
  if (!isAsked) return null
  return (
    <Boundary fallback={ClosedByError}>
      <Suspense fallback={null}>{children}</Suspense>
    </Boundary>
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
  const add = useRef<HTMLButtonElement>(null)
  // Who removed the last deal goes on from here.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) add.current?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <div className={styles['empty']}>
      <p>This book has no deals yet.</p>
      <button ref={add} type="button" className={controls['primary']} onClick={() => runCommand('deal.add')}>
        New deal
      </button>
    </div>
  )
}

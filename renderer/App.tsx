import { lazy, Suspense, useEffect } from 'react'
import { runCommand } from './commands/registry.ts'
import { listenToClipboard } from './commands/clipboard.ts'
import { listenToShortcuts } from './commands/shortcuts.ts'
import { Boundary } from './components/Boundary.tsx'
import { sendNow, useBook } from './stores/book.ts'
import { followPreferences, usePreferences } from './stores/preferences.ts'
import { notify } from './stores/notice.ts'
import { isAnythingUnentered, unenteredSentence } from './stores/unentered.ts'
import { useView } from './stores/view.ts'
import { BookCannotBeShown, ClosedByError } from './views/CannotShow.tsx'
import { NoticeBar } from './views/NoticeBar.tsx'
import { OverwrittenBar } from './views/OverwrittenBar.tsx'
import { Workbench } from './views/Workbench.tsx'

// With what it opens, and seldom wanted: the first frame does not wait for it.
const Failure = lazy(async () => ({ default: (await import('./popups.ts')).Failure }))
const OpenDialog = lazy(async () => ({ default: (await import('./popups.ts')).OpenDialog }))

/** What stands in the window: the workbench, or why there is no book to show. */
export function App() {
  const status = useBook((state) => state.status)
  const openings = useBook((state) => state.openings)
  useTheme()
  useEffect(listenToShortcuts, [])
  useEffect(listenToClipboard, [])
  useEffect(followPreferences, [])
  useEffect(commitBeforeClosing, [])
  useEffect(() => window.offtake.on('command.requested', (command) => runCommand(String(command))), [])
  useEffect(() => window.offtake.on('source.changed', () => location.reload()), [])
  return (
    <>
      <Boundary resetBy={openings} fallback={BookCannotBeShown}>
        {status === 'open' && <Workbench />}
        {status === 'failed' && (
          <Suspense fallback={null}>
            <Failure />
          </Suspense>
        )}
      </Boundary>
      <OverwrittenBar />
      <AskedDialog />
      <NoticeBar />
    </>
  )
}

/** Enters what is being typed as the window closes. Where something is still not in the book, the shell asks first. */
function commitBeforeClosing(): () => void {
  const leave = (event: BeforeUnloadEvent) => {
    const isHeld = isAnythingUnentered()
    sendNow()
    if (!isHeld) return
    event.preventDefault()
    // Reached only where the window stays.
    setTimeout(() => {
      const sentence = unenteredSentence()
      if (sentence !== null) notify('error', sentence)
    })
  }
  window.addEventListener('beforeunload', leave)
  return () => window.removeEventListener('beforeunload', leave)
}

/** A dialog over the window, while one is asked for. */
function AskedDialog() {
  const isAsked = useView((view) => view.dialog !== null)
  if (!isAsked) return null
  return (
    <Boundary fallback={ClosedByError}>
      <Suspense fallback={null}>
        <OpenDialog />
      </Suspense>
    </Boundary>
  )
}

/** Puts the theme on the document: the one chosen, or the system's as it changes. */
function useTheme(): void {
  const theme = usePreferences((preferences) => preferences.theme)
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    const show = () => {
      const isDark = theme === 'dark' || (theme === 'system' && system.matches)
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    }
    show()
    system.addEventListener('change', show)
    return () => system.removeEventListener('change', show)
  }, [theme])
}

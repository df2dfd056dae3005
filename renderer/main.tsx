import { createRoot } from 'react-dom/client'
import './styles/base.css'
import { App } from './App.tsx'
import { Boundary } from './components/Boundary.tsx'
import { reportCrash, reportFailures } from './failures.ts'
import { BookCannotBeShown } from './views/CannotShow.tsx'
import { loadBook } from './stores/book.ts'
import { loadInfo } from './stores/info.ts'
import { loadPreferences } from './stores/preferences.ts'
import { addOtherScripts, readLatin } from './styles/typeface.ts'
import { afterFirstPaint } from './frames.ts'

reportFailures()
const asked = [loadBook(), loadPreferences(), loadInfo(), readLatin()]
// While the core answers: a root takes its time to be made.
const root = createRoot(document.getElementById('root')!)
await Promise.allSettled(asked)
root.render(
  <Boundary fallback={BookCannotBeShown}>
    <App />
  </Boundary>,
)
reportCrash()
afterFirstPaint(() => requestIdleCallback(addOtherScripts))

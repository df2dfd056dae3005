import { createRoot } from 'react-dom/client'
import './styles/base.css'
import { App } from './App.tsx'
import { loadBook } from './stores/book.ts'
import { loadInfo } from './stores/info.ts'
import { loadPreferences } from './stores/preferences.ts'
import { addOtherScripts, readLatin } from './styles/typeface.ts'
import { afterFirstPaint } from './frames.ts'

const asked = [loadBook(), loadPreferences(), loadInfo(), readLatin()]
// While the core answers: a root takes its time to be made.
const root = createRoot(document.getElementById('root')!)
await Promise.allSettled(asked)
root.render(<App />)
afterFirstPaint(() => requestIdleCallback(addOtherScripts))

import { createRoot } from 'react-dom/client'
import './styles/base.css'
import { App } from './App.tsx'
import { loadBook } from './stores/book.ts'
import { loadInfo } from './stores/info.ts'
import { loadPreferences } from './stores/preferences.ts'
import { readLatin } from './styles/typeface.ts'

const asked = [loadBook(), loadPreferences(), loadInfo(), readLatin()]
// While the core answers: a root takes its time to be made.
const root = createRoot(document.getElementById('root')!)
await Promise.allSettled(asked)
root.render(<App />)

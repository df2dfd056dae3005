import { createRoot } from 'react-dom/client'
import './styles/base.css'
import { App } from './App.tsx'
import { loadBook } from './stores/book.ts'
import { loadInfo } from './stores/info.ts'
import { loadPreferences } from './stores/preferences.ts'

await Promise.all([loadBook(), loadPreferences(), loadInfo()])
createRoot(document.getElementById('root')!).render(<App />)

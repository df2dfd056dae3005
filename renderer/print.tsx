import { createRoot } from 'react-dom/client'
import './styles/base.css'
import './styles/paper.css'
import { ask } from './api.ts'
import { addOtherScripts, readLatin } from './styles/typeface.ts'
import { Summary } from './summary/Summary.tsx'

addOtherScripts()
const [answer, info] = await Promise.all([ask('summary.read', {}), ask('app.info', {})])
const root = document.getElementById('root')!
document.documentElement.dataset['theme'] = 'light'
document.documentElement.style.setProperty('--paper', '#fff')

if (answer.ok) {
  const { snapshot, options } = answer.value
  document.title = `${snapshot.fileName.replace(/\.offtake$/, '')}: summary`
  const version = info.ok ? info.value.version : ''
  createRoot(root).render(
    <Summary
      book={snapshot.workspace.book}
      options={options}
      version={version}
      fonts={typeset()}
      onLaidOut={finish}
    />,
  )
} else root.textContent = answer.error.message

/** Every script the page is written in has its letters. Measured before, it would be the size of another typeface. */
async function typeset(): Promise<void> {
  await readLatin()
  // A script is asked for by the first layout that has it.
  await nextFrame()
  await nextFrame()
  await document.fonts.ready
}

/** Once the page is painted: the desktop shell prints it, a browser offers to. */
function finish(): void {
  void (async () => {
    await nextFrame()
    await nextFrame()
    document.body.dataset['ready'] = 'true'
    await ask('summary.rendered', {})
    if (info.ok && info.value.shell === 'browser') window.print()
  })()
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}

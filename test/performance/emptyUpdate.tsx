import { useState } from 'react'
import { createRoot } from 'react-dom/client'

/** The least React can do for a key press: one state, one text. Put into the page that is measured. */
function Counter() {
  const [count, setCount] = useState(0)
  return (
    <button id="empty-update" type="button" onKeyDown={() => setCount(count + 1)}>
      {count}
    </button>
  )
}

const host = document.createElement('div')
host.style.cssText = 'position:fixed;left:0;bottom:0;z-index:99'
document.body.append(host)
createRoot(host).render(<Counter />)

import { useState } from 'react'
import { createRoot } from 'react-dom/client'

const rows = document.querySelectorAll('[data-testid="term-sheet"] tr, [data-figure]').length
const columns = 8

/**
 * A table of as many rows as the terms and the figures have, and nothing else: a key press changes every cell. Put into the
 * page that is measured.
 */
function BareTable() {
  const [count, setCount] = useState(0)
  return (
    <table id="bare-update" tabIndex={0} onKeyDown={() => setCount(count + 1)}>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row}>
            {Array.from({ length: columns }, (_, column) => (
              <td key={column}>{row + column + count}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const host = document.createElement('div')
host.style.cssText =
  'position:fixed;left:0;bottom:0;width:600px;height:200px;overflow:auto;contain:strict;z-index:99'
document.body.append(host)
createRoot(host).render(<BareTable />)

import { useState } from 'react'
import { createRoot } from 'react-dom/client'

/** The texts of the grid's rows, labels first, which the test leaves here. */
const rows: readonly (readonly string[])[] = JSON.parse(document.body.dataset['rows']!)

/** A table of as many cells as the grid and nothing else, mounted and taken away by a key. Put into the page that is measured. */
function BareTable() {
  const [isShown, setShown] = useState(false)
  return (
    <div id="bare-table" tabIndex={0} onKeyDown={() => setShown(!isShown)}>
      {isShown && (
        <table style={{ tableLayout: 'fixed', width: 1746 }}>
          <tbody>
            {rows.map(([label, ...cells], row) => (
              <tr key={row}>
                <th>{label}</th>
                {cells.map((text, column) => (
                  <td key={column}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

const host = document.createElement('div')
host.style.cssText =
  'position:fixed;left:0;bottom:0;width:600px;height:200px;overflow:auto;contain:strict;z-index:99'
document.body.append(host)
createRoot(host).render(<BareTable />)

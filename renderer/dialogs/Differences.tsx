import { useCallback } from 'react'
import type { KeptVersion } from '../../shared/contract/keeping.ts'
import type { DealDifference, DifferentLine } from '../../shared/tables/differences.ts'
import { ask } from '../api.ts'
import { whenSaved } from '../stores/book.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import styles from './dialogs.module.css'
import { useAnswer } from './useAnswer.ts'

/** A version beside the present book: every term and every figure that differs. */
export function Differences({ version }: { version: KeptVersion }) {
  const style = useNumberStyle()
  const question = useCallback(async () => {
    await whenSaved()
    return ask('versions.compare', { id: version.id, style })
  }, [version.id, style])
  const [answer] = useAnswer(question)
  if (!answer) return <p className={styles['none']}>The version is being read…</p>
  if (!answer.ok) return <p role="alert">{answer.error.message}</p>
  const { deals } = answer.value
  if (deals.length === 0) return <p className={styles['none']}>The book is as it was then.</p>
  return (
    <div className={styles['differences']} tabIndex={0} role="region" aria-label="Differences">
      {deals.map((deal) => (
        <OfDeal key={deal.dealId} deal={deal} name={version.name} />
      ))}
    </div>
  )
}

const kinds = { changed: '', added: 'added since', removed: 'no longer in the book' } as const

function OfDeal({ deal, name }: { deal: DealDifference; name: string }) {
  return (
    <section aria-label={deal.name}>
      <h3>
        <bdi>{deal.name}</bdi>
        <span>{kinds[deal.kind]}</span>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Term or figure</th>
            <th scope="col">{name}</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {deal.terms.map((line) => (
            <Line key={`term-${line.id}`} line={line} />
          ))}
          {deal.figures.map((line) => (
            <Line key={`figure-${line.id}`} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Line = ({ line }: { line: DifferentLine }) => (
  <tr>
    <th scope="row">{line.label}</th>
    <td>{line.before ?? ''}</td>
    <td>{line.after ?? ''}</td>
  </tr>
)

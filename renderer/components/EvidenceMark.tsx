import type { EvidenceMark as Mark } from '../../shared/terms/evidence.ts'
import styles from './EvidenceMark.module.css'

/** In words what the mark shows by its shape. */
export const evidenceWords = ({ entry, differs }: Mark): string =>
  [
    entry.supports === null ? 'noted, not modelled' : differs ? 'differs from its source' : entry.confidence,
    entry.inherited && 'inherited',
  ]
    .filter(Boolean)
    .join(', ')

/** How well a term is supported: a disc where it is stated, half a disc where reported, a ring where assumed. */
export function EvidenceGlyph({
  confidence,
  differs = false,
  isInherited = false,
}: {
  confidence: Mark['entry']['confidence']
  differs?: boolean
  isInherited?: boolean
}) {
  const shape = differs ? 'differs' : confidence
  return (
    <svg
      viewBox="0 0 8 8"
      className={`${styles['glyph']} ${styles[shape]} ${isInherited ? styles['inherited'] : ''}`}
      aria-hidden
    >
      {shape === 'differs' ? (
        <path d="M1 3h6M1 5.4h6M5.6 1 2.4 7.4" />
      ) : shape === 'proposed' ? (
        <rect x="1.2" y="1.2" width="5.6" height="5.6" />
      ) : (
        <>
          <circle cx="4" cy="4" r="3" />
          {shape === 'reported' && <path className={styles['half']} d="M4 1a3 3 0 0 0 0 6z" />}
        </>
      )}
    </svg>
  )
}

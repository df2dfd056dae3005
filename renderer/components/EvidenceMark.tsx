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
    <span
      className={`${styles['glyph']} ${styles[shape]} ${isInherited ? styles['inherited'] : ''}`}
      aria-hidden
    />
  )
}

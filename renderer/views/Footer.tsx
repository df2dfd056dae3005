import { confidences } from '../../shared/schema/vocabulary.ts'
import { EvidenceGlyph } from '../components/EvidenceMark.tsx'
import { useInfo } from '../stores/info.ts'
import styles from './Workbench.module.css'

/** The legend of the marks, and the conventions no single figure names. */
export function Footer() {
  const version = useInfo((info) => info.version)
  return (
    <footer className={styles['footer']}>
      {confidences.map((confidence) => (
        <span key={confidence}>
          <EvidenceGlyph confidence={confidence} /> {confidence}
        </span>
      ))}
      <span>
        <EvidenceGlyph confidence="stated" isInherited /> inherited
      </span>
      <span>
        <EvidenceGlyph confidence="stated" differs /> differs from its source
      </span>
      <span className={styles['grow']} />
      <span className={styles['conventions']}>No taxes, currency or credit risk</span>
      <span>Offtake {version}</span>
    </footer>
  )
}

import { lazy, memo, Suspense } from 'react'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { isTerm, termById } from '../../shared/terms/catalog.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import { numberOf } from '../../shared/terms/slide.ts'
import type { Term } from '../../shared/terms/term.ts'
import { shownShortcut } from '../commands/shortcuts.ts'
import { holdsAmount } from '../components/amounts.ts'
import { EvidenceGlyph, evidenceWords } from '../components/EvidenceMark.tsx'
import { useNumberStyle } from '../stores/preferences.ts'
import { useTerms } from '../stores/preview.ts'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import styles from './CellBar.module.css'

const TermSlider = lazy(async () => ({ default: (await import('../popups.ts')).TermSlider }))

/** The cell the keyboard is on, in full: what it is, all it says, its number to drag, and where it comes from. */
export function CellBar() {
  const active = useView((view) => view.active)
  const terms = useTerms(active?.dealId ?? null)
  return (
    <div className={styles['bar']} role="group" aria-label="Cell">
      {active !== null && terms !== null && isTerm(active.termId) ? (
        <Cell term={termById(active.termId)} terms={terms} />
      ) : (
        <span className={styles['hint']}>
          Choose a cell and type over it; {shownShortcut('Mod+K')} finds every command.
        </span>
      )}
    </div>
  )
}

const Cell = memo(function Cell({ term, terms }: { term: Term; terms: DealTerms }) {
  const style = useNumberStyle()
  const shown = term.show(terms, style)
  const slid = numberOf(term, terms) !== null
  return (
    <>
      <span className={styles['name']} title={term.help}>
        {term.label} <span className={styles['of']}>{terms.deal.name}</span>
      </span>
      {slid && (
        <Suspense fallback={<span className={styles['slider']} />}>
          <TermSlider key={`${terms.deal.id} ${term.id}`} dealId={terms.deal.id} term={term} />
        </Suspense>
      )}
      <span
        className={`${styles['value']} ${slid && holdsAmount(shown) ? styles['whole'] : ''}`}
        title={shown}
      >
        {shown}
      </span>
      <Source term={term} terms={terms} />
    </>
  )
})

/** How well the cell is supported; opens all there is to say about that. */
function Source({ term, terms }: { term: Term; terms: DealTerms }) {
  const mark = evidenceOf(terms, term.id)
  return (
    <button
      type="button"
      className={`${controls['quiet']} ${styles['source']}`}
      title={`${mark ? `${evidenceWords(mark)}. ` : ''}Where this term comes from (${shownShortcut('Mod+E')})`}
      onClick={() => useView.setState({ evidence: { dealId: terms.deal.id, termId: term.id } })}
    >
      {mark === null ? (
        'no source'
      ) : (
        <>
          <EvidenceGlyph
            confidence={mark.entry.confidence}
            differs={mark.differs}
            isInherited={mark.entry.inherited}
          />
          <span className={styles['words']}>{evidenceWords(mark)}</span>
        </>
      )}
    </button>
  )
}

import { Popover } from '@base-ui/react/popover'
import { formatDate } from '../../shared/format/date.ts'
import { dealTerms } from '../../shared/schema/dealTerms.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import { EvidenceGlyph, evidenceWords } from '../components/EvidenceMark.tsx'
import { cellId } from '../editors/movement.ts'
import { useBook } from '../stores/book.ts'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import styles from './EvidencePopover.module.css'

/** Where the term of a cell comes from: its source, what else it could mean, and whether it still says that. */
export function EvidencePopover() {
  const cell = useView((view) => view.evidence)
  const book = useBook((state) => state.workspace.book)
  if (!cell || !book.deals[cell.dealId]) return null
  const terms = dealTerms(book, cell.dealId)
  const mark = evidenceOf(terms, cell.termId)
  return (
    <Popover.Root
      open
      onOpenChange={(open) => {
        if (!open) useView.setState({ evidence: null })
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => document.getElementById(cellId(cell))}
          sideOffset={4}
          align="end"
          collisionPadding={8}
        >
          <Popover.Popup className={`${controls['popup']} ${styles['evidence']}`}>
            <Popover.Title className={styles['title']}>
              {termById(cell.termId).label}, {terms.deal.name}
            </Popover.Title>
            {mark ? (
              <dl>
                <dt>Confidence</dt>
                <dd className={styles['confidence']}>
                  <EvidenceGlyph
                    confidence={mark.entry.confidence}
                    differs={mark.differs}
                    isInherited={mark.entry.inherited}
                  />
                  {evidenceWords(mark)}
                </dd>
                <dt>Source</dt>
                <dd>{mark.entry.source}</dd>
                {mark.entry.quotation !== '' && (
                  <>
                    <dt>Quotation</dt>
                    <dd>“{mark.entry.quotation}”</dd>
                  </>
                )}
                {mark.entry.dated !== null && (
                  <>
                    <dt>Dated</dt>
                    <dd>{formatDate(mark.entry.dated)}</dd>
                  </>
                )}
                {mark.entry.alternative !== '' && (
                  <>
                    <dt>Other readings</dt>
                    <dd>{mark.entry.alternative}</dd>
                  </>
                )}
                {mark.differs && (
                  <>
                    <dt>Now</dt>
                    <dd>
                      {mark.entry.supports === null
                        ? 'What this source says is not modelled by the term.'
                        : 'The term was changed since: it no longer says what this source supports.'}
                    </dd>
                  </>
                )}
              </dl>
            ) : (
              <p>Nothing is entered for this term.</p>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

import type { DealFigures } from '../../shared/engine/figures.ts'
import { type FigureSource, figureTable } from '../../shared/tables/figures.ts'
import { termsThatApply } from '../../shared/terms/catalog.ts'
import { evidenceOf } from '../../shared/terms/evidence.ts'
import { type Term, termGroups } from '../../shared/terms/term.ts'
import { EvidenceGlyph } from '../components/EvidenceMark.tsx'
import { columnsFor, inGroups } from './columns.ts'
import { type Piece, rowsOf, type TableFrame } from './pieces.ts'
import styles from './Summary.module.css'

/** Every figure of the deals side by side, in tables of a few deals each. */
export function figurePieces(source: FigureSource): Piece[] {
  const { columns } = source
  const rows = figureTable(source)
  const texts = rows.flatMap(({ cells }) => cells.flatMap(({ text, change }) => [text, change?.text ?? '']))
  const groups = inGroups([...columns.keys()], columnsFor(texts))
  return groups.flatMap((group, place) => {
    const deals = group.map((column) => columns[column]!)
    const frame = frameOf(`figures ${place}`, 'Figures', source, deals)
    const lines = rows.map(({ id, label, convention, cells, group: kind }, index) => ({
      id,
      content: (
        <tr data-piece data-figure={id} className={rows[index - 1]?.group === kind ? '' : styles['first']}>
          <th scope="row">
            {label} <small>{convention}</small>
          </th>
          {group.map((column) => {
            const { text, change, detail } = cells[column]!
            return (
              <td key={columns[column]!.terms.deal.id}>
                <b>{text}</b>
                {change && <small> {change.text}</small>}
                {detail !== undefined && <small>{detail}</small>}
              </td>
            )
          })}
        </tr>
      ),
    }))
    return [heading(frame.id, 'Figures', place), ...rowsOf(frame, lines)]
  })
}

/** The terms the deals side by side speak of, section by section, in tables of a few deals each. */
export function termPieces(source: FigureSource): Piece[] {
  const { columns, style } = source
  const terms = termsThatApply(columns.map((column) => column.terms)).filter(({ id }) => id !== 'name')
  const texts = columns.flatMap((column) => terms.map((term) => term.show(column.terms, style)))
  return inGroups(columns, columnsFor(texts)).flatMap((deals, place) => {
    const frame = frameOf(`terms ${place}`, 'Terms', source, deals)
    const lines = terms.flatMap((term, index) => {
      const row = { id: term.id, content: termRow(term, deals, source) }
      if (terms[index - 1]?.group === term.group) return [row]
      return [{ id: term.group, content: groupRow(term, deals), isHeading: true }, row]
    })
    const rows = rowsOf(frame, lines)
    const title = heading(frame.id, 'Terms', place)
    return place === 0 ? [title, evidenceKey, ...rows] : [title, ...rows]
  })
}

const heading = (id: string, title: string, place: number): Piece => ({
  id: `heading ${id}`,
  content: (
    <h2 className={styles['heading']}>
      {title}
      {place > 0 && ', further deals'}
    </h2>
  ),
  keepsNext: true,
  table: null,
})

const frameOf = (
  id: string,
  title: string,
  { context }: FigureSource,
  deals: readonly DealFigures[],
): TableFrame => ({
  id,
  caption: `${title} of ${deals.map(({ terms }) => terms.deal.name).join(', ')}`,
  columns: deals.length,
  head: (
    <tr>
      <th scope="col">{title}</th>
      {deals.map(({ terms }) => (
        <th key={terms.deal.id} scope="col">
          <bdi>{terms.deal.name}</bdi>
          {terms === context.baseline && <small> baseline</small>}
        </th>
      ))}
    </tr>
  ),
})

const groupRow = ({ group }: Term, deals: readonly DealFigures[]) => (
  <tr data-piece className={styles['group']}>
    <th scope="rowgroup" colSpan={deals.length + 1}>
      {termGroups[group]}
    </th>
  </tr>
)

const termRow = (term: Term, deals: readonly DealFigures[], { style }: FigureSource) => (
  <tr data-piece>
    <th scope="row">{rowLabel(term)}</th>
    {deals.map(({ terms }) => {
      const mark = evidenceOf(terms, term.id)
      return (
        <td key={terms.deal.id}>
          {mark && (
            <EvidenceGlyph
              confidence={mark.entry.confidence}
              differs={mark.differs}
              isInherited={mark.entry.inherited}
            />
          )}{' '}
          {term.show(terms, style)}
        </td>
      )
    })}
  </tr>
)

/** The terms of both parties' rights carry the same words: on paper the party stands before them. */
const rowLabel = ({ group, label }: Term): string =>
  group === 'buyerExit'
    ? `Buyer: ${lowerFirst(label)}`
    : group === 'providerExit'
      ? `Provider: ${lowerFirst(label)}`
      : label

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const evidenceKey: Piece = {
  id: 'evidence',
  content: (
    <p className={styles['key']}>
      Sources: <EvidenceGlyph confidence="stated" /> stated <EvidenceGlyph confidence="reported" /> reported{' '}
      <EvidenceGlyph confidence="assumed" /> assumed <EvidenceGlyph confidence="stated" isInherited />{' '}
      inherited <EvidenceGlyph confidence="stated" differs /> differs from its source
    </p>
  ),
  keepsNext: true,
  table: null,
}

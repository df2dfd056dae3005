import { useDeferredValue } from 'react'
import { explain } from '../../shared/explain/explain.ts'
import type { Explanation, Step } from '../../shared/explain/explanation.ts'
import { influences } from '../../shared/explain/influence.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { figureById } from '../../shared/tables/figureCatalog.ts'
import { figureCell, type FigureSource } from '../../shared/tables/figures.ts'
import { formatQuantity } from '../../shared/tables/quantity.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { goTo } from '../commands/dealParts.ts'
import { useBook } from '../stores/book.ts'
import { comparisonOf } from '../stores/comparison.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { shownBook } from '../stores/preview.ts'
import { useView } from '../stores/view.ts'
import styles from './ExplainPanel.module.css'
import { historyButtonId } from './HistoryButtons.tsx'
import { SidePanel } from './SidePanel.tsx'

/** How a figure came about, in the place of the charts: the sheet stays in view, and each input leads to its cell. */
export function ExplainPanel() {
  const explained = useView((view) => view.explained)
  const book = useDeferredValue(useBook(shownBook))
  const style = useNumberStyle()
  const { context, columns } = comparisonOf(book)
  const column = columns.findIndex(({ terms }) => terms.deal.id === explained?.dealId)
  return (
    <SidePanel title="How it came about" closes="Close the explanation" openerId={historyButtonId}>
      {explained && column >= 0 ? (
        <Explained
          figureId={explained.figureId}
          source={{ context, columns, style }}
          column={column}
          book={book}
        />
      ) : (
        <p className={styles['none']}>Choose a figure under the term sheet to see how it came about.</p>
      )}
    </SidePanel>
  )
}

interface ExplainedProps {
  figureId: string
  source: FigureSource
  column: number
  book: Book
}

function Explained({ figureId, source, column, book }: ExplainedProps) {
  const { context, columns, style } = source
  const { terms } = columns[column]!
  const definition = figureById(figureId)
  const cell = figureCell(definition, source, column)
  const explanation = explain(figureId, terms, context)
  if (!explanation) return null
  return (
    <div className={styles['body']}>
      <div className={styles['figure']}>
        <h3>
          {definition.label(context)} <span>{terms.deal.name}</span>
        </h3>
        <strong>{cell.text}</strong>
        <p>
          {[definition.convention(context), cell.detail]
            .filter((words) => words !== undefined && words !== '')
            .join('; ')}
        </p>
      </div>
      <section>
        <h4>Formula</h4>
        <p className={styles['formula']}>{inSymbols(explanation.formula)}</p>
        {explanation.source !== undefined && <p className={styles['source']}>Source: {explanation.source}</p>}
      </section>
      <Inputs explanation={explanation} terms={terms} style={style} />
      <Steps explanation={explanation} style={style} />
      {explanation.otherwise && explanation.otherwise.length > 0 && (
        <section>
          <h4>Defined otherwise</h4>
          <dl className={styles['list']}>
            {explanation.otherwise.map(({ definition: name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{formatQuantity(value, style)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Influences figureId={figureId} dealId={terms.deal.id} book={book} style={style} />
    </div>
  )
}

/** Products and differences as they are printed. */
const inSymbols = (formula: string): string => formula.replaceAll(' * ', ' × ').replaceAll(' - ', ' − ')

/** Each term a figure rests on, once, as the sheet shows it; a press leads to its cell. */
function Inputs({
  explanation,
  terms,
  style,
}: {
  explanation: Explanation
  terms: DealTerms
  style: NumberStyle
}) {
  const inputs = explanation.inputs.filter(
    ({ term }, place) =>
      term === null || explanation.inputs.findIndex((each) => each.term === term) === place,
  )
  if (inputs.length === 0) return null
  return (
    <section>
      <h4>Inputs</h4>
      <dl className={styles['list']}>
        {inputs.map(({ term, label, value }) => (
          <div key={`${term} ${label}`}>
            <dt>
              {term === null ? (
                label
              ) : (
                <button
                  type="button"
                  className={styles['link']}
                  onClick={() => goTo({ dealId: terms.deal.id, termId: term })}
                >
                  {termById(term).label}
                </button>
              )}
            </dt>
            <dd>{term === null ? formatQuantity(value, style) : termById(term).show(terms, style)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const signs = { plus: '', minus: '−', shown: '' } as const

/** The way from the inputs to the figure; of a sum, with what it has come to so far. */
function Steps({ explanation: { steps, result }, style }: { explanation: Explanation; style: NumberStyle }) {
  if (steps.length === 0) return null
  const isSum = steps.filter(({ enters }) => enters !== 'shown').length > 1
  const sums = runningSums(steps)
  return (
    <section>
      <h4>Steps</h4>
      <table className={styles['steps']}>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Amount</th>
            {isSum && <th scope="col">So far</th>}
          </tr>
        </thead>
        <tbody>
          {steps.map(({ label, value, enters }, place) => (
            <tr key={`${place} ${label}`} data-enters={enters}>
              <th scope="row">{label}</th>
              <td>
                {signs[enters]}
                {formatQuantity(value, style)}
              </td>
              {isSum && (
                <td>
                  {enters === 'shown' ? '' : formatQuantity({ kind: 'amount', value: sums[place]! }, style)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Result</th>
            {isSum && <td />}
            <td>{formatQuantity(result, style)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function runningSums(steps: readonly Step[]): number[] {
  let sum = 0
  return steps.map(({ value, enters }) => {
    if (value.kind === 'amount' && enters !== 'shown') sum += enters === 'plus' ? value.value : -value.value
    return sum
  })
}

const strongest = 5

function Influences({
  figureId,
  dealId,
  book,
  style,
}: {
  figureId: string
  dealId: string
  book: Book
  style: NumberStyle
}) {
  const found = influences(figureId, book, dealId, strongest)
  if (found.length === 0) return null
  return (
    <section>
      <h4>What would change it most, were it a tenth more</h4>
      <dl className={styles['list']}>
        {found.map(({ term, change }) => (
          <div key={term.id}>
            <dt>
              <button
                type="button"
                className={styles['link']}
                onClick={() => goTo({ dealId, termId: term.id })}
              >
                {term.label}
              </button>
            </dt>
            <dd>{formatQuantity(change, style, true)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

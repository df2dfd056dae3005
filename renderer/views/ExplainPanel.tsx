import { useDeferredValue } from 'react'
import { explain } from '../../shared/explain/explain.ts'
import type { Explanation } from '../../shared/explain/explanation.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { Book } from '../../shared/schema/book.ts'
import { stepsTabSeparated } from '../../shared/tables/explanationTable.ts'
import { figureById } from '../../shared/tables/figureCatalog.ts'
import { figureCell, type FigureSource } from '../../shared/tables/figures.ts'
import { formatQuantity } from '../../shared/tables/quantity.ts'
import { copyText } from '../commands/copyText.ts'
import { useBook } from '../stores/book.ts'
import { comparisonOf } from '../stores/comparison.ts'
import { notify } from '../stores/notice.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { shownBook } from '../stores/preview.ts'
import { useView } from '../stores/view.ts'
import controls from '../styles/controls.module.css'
import { ExplainInfluences } from './ExplainInfluences.tsx'
import { ExplainInputs } from './ExplainInputs.tsx'
import styles from './ExplainPanel.module.css'
import { ExplainSteps } from './ExplainSteps.tsx'
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
          key={`${explained.figureId} ${explained.dealId}`}
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
  const label = definition.label(context)
  return (
    <div className={styles['body']}>
      <div className={styles['figure']}>
        <h3>
          {label}, <span dir="auto">{terms.deal.name}</span>
        </h3>
        <strong>{cell.text}</strong>
        <p>
          {[definition.convention(context), cell.detail]
            .filter((words) => words !== undefined && words !== '')
            .join('; ')}
        </p>
      </div>
      <Formula explanation={explanation} style={style} />
      {explanation.tables.length > 0 && (
        <section aria-labelledby={stepsId}>
          <div className={styles['heading']}>
            <h4 id={stepsId}>Steps</h4>
            <button
              type="button"
              className={controls['quiet']}
              title="Copy the steps for a spreadsheet"
              onClick={() => copySteps(explanation, label, style)}
            >
              Copy steps
            </button>
          </div>
          {explanation.tables.map((table) => (
            <ExplainSteps key={table.title} table={table} style={style} />
          ))}
        </section>
      )}
      {explanation.otherwise.length > 0 && (
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
      <ExplainInputs inputs={explanation.inputs} terms={terms} baseline={context.baseline} style={style} />
      <ExplainInfluences figureId={figureId} dealId={terms.deal.id} book={book} style={style} />
    </div>
  )
}

const stepsId = 'explanation-steps'

function copySteps({ tables }: Explanation, label: string, style: NumberStyle): void {
  if (copyText(stepsTabSeparated(tables, style))) notify('info', `Copied the steps of “${label}”.`)
  else notify('error', 'The clipboard could not be written. Nothing was copied.')
}

/** The formula as a sentence, then in symbols, with what these stand for here. */
function Formula({ explanation, style }: { explanation: Explanation; style: NumberStyle }) {
  const { sentence, formula, symbols, source } = explanation
  return (
    <section>
      <h4>Formula</h4>
      <p>{sentence}</p>
      {formula !== null && <p className={styles['formula']}>{formula}</p>}
      {symbols.length > 0 && (
        <dl className={styles['symbols']}>
          {symbols.map(({ symbol, meaning, value }) => (
            <div key={symbol}>
              <dt>
                <var>{symbol}</var> <span>{meaning}</span>
              </dt>
              <dd>{formatQuantity(value, style)}</dd>
            </div>
          ))}
        </dl>
      )}
      {source !== null && <p className={styles['source']}>Source: {source}</p>}
    </section>
  )
}

import type { ReactNode } from 'react'
import type { BookSetting, Input } from '../../shared/explain/explanation.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import type { DealTerms } from '../../shared/schema/dealTerms.ts'
import { formatQuantity } from '../../shared/tables/quantity.ts'
import { termById } from '../../shared/terms/catalog.ts'
import { type Term, termGroups } from '../../shared/terms/term.ts'
import { holdsAmount } from '../components/amounts.ts'
import { openAsOf, openConventions } from '../commands/conventions.ts'
import { goTo } from '../commands/dealParts.ts'
import styles from './ExplainPanel.module.css'

type BookInput = Extract<Input, { kind: 'book' }>

interface ExplainInputsProps {
  inputs: readonly Input[]
  terms: DealTerms
  baseline: DealTerms | null
  style: NumberStyle
}

/** All that a figure rests on: what holds for the book, the deal’s terms by section, and those of its baseline. */
export function ExplainInputs({ inputs, terms, baseline, style }: ExplainInputsProps) {
  const book = inputs.filter((input): input is BookInput => input.kind === 'book')
  const termsOf = (whose: 'deal' | 'baseline') =>
    inputs.flatMap((input) => (input.kind === 'term' && input.of === whose ? [termById(input.term)] : []))
  const [own, others] = [termsOf('deal'), termsOf('baseline')]
  if (inputs.length === 0) return null
  return (
    <section>
      <h4>Inputs</h4>
      {book.length > 0 && (
        <Group title="For every deal">
          {book.map(({ setting, label, value }) => (
            <Row
              key={setting}
              label={label}
              value={formatQuantity(value, style)}
              onPress={openers[setting]}
            />
          ))}
        </Group>
      )}
      <Terms found={own} terms={terms} style={style} suffix="" />
      {baseline && <Terms found={others} terms={baseline} style={style} suffix={`, ${baseline.deal.name}`} />}
    </section>
  )
}

const openers: Readonly<Record<BookSetting, () => void>> = {
  asOf: openAsOf,
  discounting: openConventions,
  timing: openConventions,
  valuation: openConventions,
  onDemandPrice: openConventions,
}

interface TermsProps {
  found: readonly Term[]
  terms: DealTerms
  style: NumberStyle
  /** After the name of a section: whose terms they are. */
  suffix: string
}

/** Terms by the section of the sheet they stand in; those the deal does not speak of wait behind one line. */
function Terms({ found, terms, style, suffix }: TermsProps) {
  const rowOf = (term: Term) => (
    <Row
      key={term.id}
      label={term.label}
      value={term.show(terms, style)}
      onPress={() => goTo({ dealId: terms.deal.id, termId: term.id })}
    />
  )
  const said = found.filter((term) => term.speaks(terms))
  const silent = found.filter((term) => !term.speaks(terms))
  const groups = [...new Set(said.map(({ group }) => group))]
  return (
    <>
      {groups.map((group) => (
        <Group key={group} title={`${termGroups[group]}${suffix}`}>
          {said.filter((term) => term.group === group).map(rowOf)}
        </Group>
      ))}
      {silent.length > 0 && (
        <details className={styles['silent']}>
          <summary>
            {silent.length} more it would rest on, were {silent.length === 1 ? 'it' : 'they'} stated{suffix}
          </summary>
          <dl className={styles['list']}>{silent.map(rowOf)}</dl>
        </details>
      )}
    </>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h5>{title}</h5>
      <dl className={styles['list']}>{children}</dl>
    </>
  )
}

/** An input with its value; a press leads to where it is changed. */
function Row({ label, value, onPress }: { label: string; value: string; onPress: () => void }) {
  return (
    <div>
      <dt>
        <button
          type="button"
          className={styles['link']}
          aria-label={`${label}, ${value}: go to ${onPress === openAsOf || onPress === openConventions ? 'its field' : 'the cell'}`}
          onClick={onPress}
        >
          {label}
        </button>
      </dt>
      <dd title={value} className={holdsAmount(value) ? undefined : styles['shortened']}>
        {value}
      </dd>
    </div>
  )
}

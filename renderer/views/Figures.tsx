import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
} from 'react'
import type { FigureDefinition } from '../../shared/tables/figure.ts'
import { figuresThatSpeak, type FigureSource } from '../../shared/tables/figures.ts'
import { keyOf } from '../commands/pressedKey.ts'
import { isTextSelected } from '../commands/clipboard.ts'
import { textOfFigure } from '../commands/figureCopies.ts'
import { runCommand } from '../commands/registry.ts'
import { explainFigure, type FigureAddress, useView } from '../stores/view.ts'
import { FigureRow, type FigureSourceCell } from './FigureRow.tsx'
import { columnCount, ColumnWidths } from './TermSheet.tsx'
import { useAfterPaint } from '../components/useFrames.ts'
import { useOutOfView } from './useOutOfView.ts'
import { useSideways } from '../components/useSideways.ts'
import { windowHeight } from './windowHeight.ts'
import styles from './Figures.module.css'

interface FiguresProps {
  source: FigureSource
  /** The deals whose columns are scrolled out of view. */
  dealsOutOfView: ReadonlySet<string>
  scroller: RefObject<HTMLDivElement | null>
  onScroll(): void
}

/** The figures that fill half a window, which the table begins with. */
const firstOf = (definitions: readonly FigureDefinition[]) =>
  definitions.slice(0, Math.ceil(windowHeight() / 2 / 34))

/**
 * What the terms come to, under the terms: each figure with its convention and its change against the baseline; a press
 * shows how it came about. What is scrolled out of view follows after the paint, so that an edit's frame has what is seen
 * to do and no more.
 */
export function Figures({ source, dealsOutOfView, scroller, onScroll }: FiguresProps) {
  useSideways(scroller)
  const keysId = useId()
  const isPainted = useView((view) => view.isPainted)
  const speaking = useMemo(() => figuresThatSpeak(source), [source])
  const definitions = isPainted ? speaking : firstOf(speaking)
  const painted = useAfterPaint(source) ?? source
  const figuresOutOfView = useOutOfView(
    scroller,
    'figure',
    definitions.map(({ id }) => id),
  )
  const followingCells = useMemo(() => cellsOf(painted), [painted])
  const cells = useMemo(
    () =>
      cellsOf(source).map((current) =>
        dealsOutOfView.has(current.dealId)
          ? (followingCells.find(({ dealId }) => dealId === current.dealId) ?? current)
          : current,
      ),
    [source, followingCells, dealsOutOfView],
  )
  const isReached = useView(({ figure }) => figure !== null && isAmong(figure, definitions, cells))
  useEffect(() => {
    if (isPainted && !isReached) keepFigure(scroller.current)
  }, [isPainted, isReached, scroller])
  return (
    <div className={styles['scroller']} ref={scroller} onScroll={onScroll} tabIndex={-1}>
      <p id={keysId} className="visually-hidden">
        Arrow keys go from figure to figure, Enter shows how one came about, P pins its row to the headline,
        and a copy takes what it says.
      </p>
      <table
        className={styles['table']}
        role="grid"
        aria-label="Figures"
        aria-describedby={keysId}
        data-testid="figures"
        style={columnCount(source.columns.length)}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
      >
        <ColumnWidths count={source.columns.length} />
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Figure</th>
            {source.columns.map(({ terms }) => (
              <th key={terms.deal.id} scope="col">
                <bdi>{terms.deal.name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {definitions.map((definition, place) => {
            const isFollowing = figuresOutOfView.has(definition.id)
            return (
              <FigureRow
                key={definition.id}
                definition={definition}
                source={isFollowing ? painted : source}
                cells={isFollowing ? followingCells : cells}
                isGroupStart={definition.group !== definitions[place - 1]?.group}
                isEntry={place === 0 && !isReached}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const cellsOf = (source: FigureSource): FigureSourceCell[] =>
  source.columns.map(({ terms }, column) => ({
    dealId: terms.deal.id,
    isBaseline: terms === source.context.baseline,
    source,
    column,
  }))

const isAmong = (
  { figureId, dealId }: FigureAddress,
  rows: readonly FigureDefinition[],
  cells: readonly FigureSourceCell[],
): boolean => rows.some(({ id }) => id === figureId) && cells.some((cell) => cell.dealId === dealId)

/** After an edit took the figure the keyboard was on: it enters by the first again, at once where it was left on nothing. */
function keepFigure(scroller: HTMLElement | null): void {
  if (useView.getState().figure === null) return
  useView.setState({ figure: null })
  if (document.activeElement !== document.body) return
  scroller?.querySelector<HTMLElement>('tbody td')?.focus({ preventScroll: true })
}

/** The figure an event is on. */
function figureAt(target: EventTarget): { cell: HTMLElement; figureId: string; dealId: string } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-deal]') : null
  const figureId = cell?.parentElement?.dataset['figure']
  const dealId = cell?.dataset['deal']
  return cell && figureId !== undefined && dealId !== undefined ? { cell, figureId, dealId } : null
}

function onClick({ target }: MouseEvent): void {
  const found = figureAt(target)
  if (found && getSelection()?.isCollapsed !== false) explainFigure(found)
}

function onKeyDown(event: KeyboardEvent): void {
  const found = figureAt(event.target)
  if (!found || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Enter' || event.key === ' ') explainFigure(found)
  else if (keyOf(event).toLowerCase() === 'p') runCommand('figure.pin')
  else {
    const next = nextFrom(found.cell, event.key)
    if (!next) return
    next.focus()
  }
  event.preventDefault()
}

/** Copies the figure the keyboard is on, unless a text is selected in it. */
function onCopy(event: ClipboardEvent): void {
  const found = isTextSelected() ? null : figureAt(event.target)
  const text = found && textOfFigure(found)
  if (text === null) return
  event.preventDefault()
  event.clipboardData.setData('text/plain', text)
}

/** The cell a key leads to; the same at an edge of the table. */
function nextFrom(cell: HTMLElement, key: string): HTMLElement | null {
  const row = cell.parentElement!
  const cells = [...row.querySelectorAll<HTMLElement>('td')]
  const column = cells.indexOf(cell)
  const cellOf = (other: Element | null | undefined) => other?.querySelectorAll('td')[column] ?? cell
  switch (key) {
    case 'ArrowUp':
      return cellOf(row.previousElementSibling)
    case 'ArrowDown':
      return cellOf(row.nextElementSibling)
    case 'ArrowLeft':
      return cells[column - 1] ?? cell
    case 'ArrowRight':
      return cells[column + 1] ?? cell
    case 'Home':
      return cells[0]!
    case 'End':
      return cells.at(-1)!
    case 'PageUp':
      return cellOf(row.parentElement!.firstElementChild)
    case 'PageDown':
      return cellOf(row.parentElement!.lastElementChild)
    default:
      return null
  }
}

import { termById } from '../../shared/terms/catalog.ts'
import { startEditing } from '../stores/view.ts'
import { cellOf } from './cellOf.ts'
import styles from './editors.module.css'

/**
 * Text that reaches a selected cell without a key press of its own: from an input method, a dead key, Option or AltGr,
 * dictation, a list of emoji. A browser gives text only to what can be edited. So the cell with the focus can be, in an
 * element laid over it, which shows what is composed; once it is whole it begins the cell's editor.
 */
interface Receiver {
  cell: HTMLElement
  /** Where the text arrives. */
  place: HTMLElement
  listening: AbortController
  isComposing: boolean
  handingOver?: ReturnType<typeof setTimeout>
}

let receiver: Receiver | null = null

/** Keeps the element from being empty during composition: a browser removes an element that is edited until it is empty. */
const nothing = '\u200b'

const textOf = ({ place }: Receiver): string => place.textContent.replace(nothing, '')

/** The kinds of input a cell receives; all others, such as a drop, are refused. */
const received: ReadonlySet<string> = new Set([
  'insertText',
  'insertCompositionText',
  'insertFromComposition',
  'insertReplacementText',
  'deleteCompositionText',
  'deleteByComposition',
])

/** Whether an element is a cell that receives text, and no text field of its own. */
export const receivesText = (element: HTMLElement): boolean => element === receiver?.cell

/** Lets the element that has got the focus receive text if it is a cell with a line of text; of any other, none does. */
export function receiveText(element: HTMLElement): void {
  if (element === receiver?.cell) return
  endReceiving()
  const { term } = element.dataset
  if (term === undefined || termById(term).editor.kind !== 'line') return
  const place = document.createElement('div')
  place.className = styles['receiver']!
  const listening = new AbortController()
  const made: Receiver = { cell: element, place, listening, isComposing: false }
  receiver = made
  element.append(place)
  element.spellcheck = false
  element.contentEditable = 'plaintext-only'
  getSelection()?.collapse(place, 0)
  listen(made)
}

function listen(made: Receiver): void {
  const { cell, listening } = made
  const { signal } = listening
  // After this turn: an input method may begin its next syllable at once, and takes it to whatever has the focus then.
  const handOverSoon = () => {
    clearTimeout(made.handingOver)
    made.handingOver = setTimeout(handOver)
  }
  const on = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => void,
  ) => cell.addEventListener(type, listener, { signal })
  on('beforeinput', (event) => {
    if (!received.has(event.inputType)) event.preventDefault()
  })
  on('input', () => {
    made.place.className = styles[textOf(made) === '' ? 'receiver' : 'received']!
    if (!made.isComposing) handOverSoon()
  })
  on('compositionstart', () => {
    made.isComposing = true
    if (textOf(made) === '') {
      made.place.textContent = nothing
      getSelection()?.collapse(made.place.firstChild, nothing.length)
    }
    clearTimeout(made.handingOver)
  })
  on('compositionend', () => {
    made.isComposing = false
    if (textOf(made) === '') made.place.replaceChildren()
    else handOverSoon()
  })
}

/** Begins the cell's editor with what it has received; answers whether there was anything. */
export function handOver(): boolean {
  const cell = cellOf(receiver?.cell ?? null)
  const text = receiver ? textOf(receiver) : ''
  if (cell === null || text === '' || receiver?.isComposing) return false
  endReceiving()
  startEditing(cell, text)
  return true
}

function endReceiving(): void {
  if (receiver === null) return
  const { cell, place, listening, handingOver } = receiver
  receiver = null
  clearTimeout(handingOver)
  listening.abort()
  place.remove()
  cell.removeAttribute('contenteditable')
  cell.removeAttribute('spellcheck')
}

import { Slider } from '@base-ui/react/slider'
import { useEffect, useRef, useState } from 'react'
import type { NumberStyle } from '../../shared/format/number.ts'
import { type DealTerms, dealTerms } from '../../shared/schema/dealTerms.ts'
import { type Slide, slideOf, slidTo } from '../../shared/terms/slide.ts'
import type { Term } from '../../shared/terms/term.ts'
import { useBook } from '../stores/book.ts'
import { burst } from '../stores/gesture.ts'
import { notify } from '../stores/notice.ts'
import { useNumberStyle } from '../stores/preferences.ts'
import { dropPreview, keepPreview, showPreview } from '../stores/preview.ts'
import styles from './CellBar.module.css'

/**
 * A term’s number to drag: all that is shown follows while it moves, letting go is one edit, and Escape gives it up.
 * Arrow keys step it; a run of them is one step of history.
 */
export function TermSlider({ dealId, term }: { dealId: string; term: Term }) {
  const style = useNumberStyle()
  // As it was before the drag: what it is dragged to must not move the ends it is dragged between.
  const terms = useBook((state) => dealTerms(state.workspace.book, dealId))
  const dragged = useBook((state) => (state.preview ? dealTerms(state.preview.book, dealId) : null))
  const slide = useStretch(term, terms)
  const isGivenUp = useRef(false)
  useEffect(() => dropPreview, [])
  useEffect(() => {
    if (!dragged) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      isGivenUp.current = true
      dropPreview()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [dragged])
  const value = slideOf(term, dragged ?? terms)?.value ?? null
  if (!slide || value === null) return null

  const shownAs = (number: number) => show(term, terms, number, style)
  return (
    <Slider.Root
      className={styles['slider']}
      value={value}
      min={slide.least}
      max={slide.most}
      step={slide.step}
      largeStep={slide.step * 10}
      onValueChange={(next) => {
        if (!isGivenUp.current) showPreview(term.write(terms, slidTo(term, terms, next)))
      }}
      onValueCommitted={(_, { event }) => {
        isGivenUp.current = false
        if (event.type === 'pointercancel') return dropPreview()
        const made = keepPreview(burst(`slide ${dealId} ${term.id}`))
        if (!made.ok) notify('error', made.error.message)
      }}
    >
      <span className={styles['end']}>{shownAs(slide.least)}</span>
      <Slider.Control className={styles['track']}>
        <Slider.Track>
          <Slider.Indicator className={styles['indicator']} />
          <Slider.Thumb
            className={styles['thumb']}
            aria-label={`${term.label} of ${terms.deal.name}`}
            getAriaValueText={(_, number) => shownAs(number)}
          />
        </Slider.Track>
      </Slider.Control>
      <span className={styles['end']}>{shownAs(slide.most)}</span>
    </Slider.Root>
  )
}

const show = (term: Term, terms: DealTerms, number: number, style: NumberStyle): string =>
  term.showValue(slidTo(term, terms, number), style, terms) ?? ''

/** The stretch a term is dragged over: the same for as long as its value lies within. */
function useStretch(term: Term, terms: DealTerms): Slide | null {
  const [kept, setKept] = useState(() => slideOf(term, terms))
  const now = slideOf(term, terms)
  if (!now) return null
  const hasRoom = kept !== null && (now.value < kept.most || now.most === kept.most)
  if (hasRoom && now.value >= kept.least) return kept
  setKept(now)
  return now
}

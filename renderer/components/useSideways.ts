import { type RefObject, useEffect } from 'react'

/**
 * Marks a scroller with `data-sideways` while it is scrolled sideways, for the style sheet: only then are there columns to
 * hold in place, and each cell held in place is a layer of its own, which every frame pays for.
 */
export function useSideways(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const mark = () => markSideways(element)
    mark()
    element.addEventListener('scroll', mark)
    return () => element.removeEventListener('scroll', mark)
  }, [scroller])
}

/** Marks it at once, where it was scrolled within a frame: its event comes with the next one. */
export const markSideways = (scroller: Element): void =>
  void scroller.toggleAttribute('data-sideways', scroller.scrollLeft > 0)

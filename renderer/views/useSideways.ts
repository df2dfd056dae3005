import { type RefObject, useEffect } from 'react'

/**
 * Marks a scroller with `data-sideways` while its columns are wider than it is, for the style sheet: only then are
 * there columns to hold in place, and a cell held in place is a layer of its own to paint.
 */
export function useSideways(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      element.toggleAttribute('data-sideways', element.scrollWidth > element.clientWidth)
    })
    observer.observe(element)
    for (const content of element.children) observer.observe(content)
    return () => observer.disconnect()
  }, [scroller])
}

import { type RefObject, useEffect, useState } from 'react'

const none: ReadonlySet<string> = new Set()

/**
 * Which of a scroller's elements are scrolled out of its view, by what their attribute `data-{name}` says, which is
 * one of `values`; none until they were looked for.
 */
export function useOutOfView(
  scroller: RefObject<HTMLElement | null>,
  name: string,
  values: readonly string[],
): ReadonlySet<string> {
  const [outOfView, setOutOfView] = useState(none)
  const selector = values.map((value) => `[data-${name}="${CSS.escape(value)}"]`).join()
  useEffect(() => {
    if (!scroller.current || selector === '') return undefined
    const away = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const value = target.getAttribute(`data-${name}`)!
          if (isIntersecting) away.delete(value)
          else away.add(value)
        }
        setOutOfView(new Set(away))
      },
      { root: scroller.current },
    )
    for (const element of scroller.current.querySelectorAll(selector)) observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, name, selector])
  return outOfView
}
